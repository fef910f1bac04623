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

/** A finding, as the contract defines it. */
type FindingPart = z.output<typeof findingPart>

/** Returns the row and rule of a finding. */
export function ruleOf(
  { row, rule }: Pick<Finding, 'row' | 'rule'>,
  scheme: Scheme,
): { readonly row: Row; readonly rule: Rule } | undefined {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  const found = rows.find(one => one.id === row)
  const own = found?.rules.find(one => one.id === rule)
  return found === undefined || own === undefined ? undefined : { row: found, rule: own }
}

/** Describes the deduction or bonus of a finding, before the floor and cap of its row: “扣2.00分”. */
export function describeCost(finding: Finding, scheme: Scheme): string {
  const found = ruleOf(finding, scheme)
  if (found === undefined) return ''
  const { rule } = found
  const { effect } = formOf(rule)
  if (effect === 'zeroes') return '本行不得分'
  const cost = printPoints(findingPoints(rule, finding, indexRulings(scheme)))
  return effect === 'adds' ? `加${cost}分` : `扣${cost}分`
}

/** Describes a finding in one sentence: “四.4 没有参加会议，2次，扣2.00分”. */
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

/** Presents a finding. `silent`: the due day passed without a reply; `standing`: the sheet counts. */
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
