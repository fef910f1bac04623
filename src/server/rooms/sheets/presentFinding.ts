import type { z } from 'zod'
import type { findingPart } from '../../../contract/sheets/sheetParts.ts'
import { findingPoints } from '../../../domain/score/inspection/findingPoints.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import { printPoints } from '../../../domain/kernel/points.ts'
import type { Row } from '../../../domain/scheme/rubric.ts'
import { formOf, type Rule, unitWordOf } from '../../../domain/scheme/forms/ruleForms.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Attached } from '../../office/files/attachFiles.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { StoredFinding } from './sheets.store.ts'

/** 核查情况, as the contract has it. */
export type FindingPart = z.output<typeof findingPart>

/** 核查情况所在的行和规则. */
export function ruleOf(
  { row, rule }: Pick<Finding, 'row' | 'rule'>,
  scheme: Scheme,
): { readonly row: Row; readonly rule: Rule } | undefined {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  const found = rows.find(one => one.id === row)
  const own = found?.rules.find(one => one.id === rule)
  return found === undefined || own === undefined ? undefined : { row: found, rule: own }
}

/** 一条核查情况本身的扣分或加分, before floor and cap of the row: “扣2.00分”. */
export function describeCost(finding: Finding, scheme: Scheme): string {
  const found = ruleOf(finding, scheme)
  if (found === undefined) return ''
  const { rule } = found
  const { effect } = formOf(rule)
  if (effect === 'zeroes') return '本行不得分'
  const cost = printPoints(findingPoints(rule, finding, indexRulings(scheme)))
  return effect === 'adds' ? `加${cost}分` : `扣${cost}分`
}

/** 一条核查情况的一句话: “四.4 没有参加会议，2次，扣2.00分”. */
export function describeFinding(finding: Finding, scheme: Scheme): string {
  const found = ruleOf(finding, scheme)
  const many =
    finding.persons === undefined
      ? `${finding.count}${found === undefined ? '次' : unitWordOf(found.rule)}`
      : `${finding.persons}人×${finding.occasions ?? 1}次`
  return [`${finding.row} ${found?.rule.text ?? finding.rule}`, many, describeCost(finding, scheme)]
    .filter(part => part !== '')
    .join('，')
}

/** 核查情况的转写. `silent`: the due day has passed without a word; `standing`: the sheet counts. */
export function presentFinding(
  stored: StoredFinding,
  scheme: Scheme,
  {
    files,
    silent,
    inForce,
    mine,
  }: {
    readonly files: readonly Attached[]
    readonly silent: boolean
    readonly inForce: boolean
    readonly mine: boolean
  },
): FindingPart {
  const {
    id,
    sheet,
    body,
    photos,
    state,
    reason,
    repliedBy,
    repliedAt,
    rulingReason,
    decidedByName,
    decidedAt,
    before,
    revision,
  } = stored
  const found = ruleOf(body, scheme)
  return {
    id,
    sheet,
    row: body.row,
    rowTitle: found?.row.title ?? '',
    citation: found?.row.citation ?? '',
    rule: body.rule,
    ruleText: found?.rule.text ?? body.rule,
    count: body.count,
    unitWord: found === undefined ? '次' : unitWordOf(found.rule),
    note: body.note ?? '',
    cost: describeCost(body, scheme),
    photos: [...photos],
    state: !inForce ? 'notInForce' : state === 'open' && silent ? 'accepted' : state,
    revision,
    mine,
    amount: body.amount,
    level: body.level,
    persons: body.persons,
    occasions: body.occasions,
    counter: body.counter,
    ...(repliedAt === null
      ? silent && inForce
        ? { reply: { stance: 'silent' as const, reason: '', files: [] } }
        : {}
      : {
          reply: {
            stance: state === 'accepted' ? ('accept' as const) : ('object' as const),
            reason,
            by: repliedBy ?? '',
            at: toInstant(repliedAt),
            files: [...files],
          },
        }),
    ...(decidedAt === null
      ? {}
      : {
          decision: {
            ruling: ({ upheld: 'uphold', changed: 'change', dropped: 'drop' } as const)[
              state as 'upheld' | 'changed' | 'dropped'
            ],
            reason: rulingReason ?? '',
            by: decidedByName ?? '',
            at: toInstant(decidedAt),
            before: before ?? undefined,
          },
        }),
  }
}
