import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ruleSchema } from '../../../contract/scheme/ruleSchema.ts'
import type { Finding, LedgerCount } from '../../year/facts/facts.ts'
import { NO_FACTS, type UnitFacts } from '../../year/facts/unitFacts.ts'
import type { RulingNote } from '../../kernel/explanation.ts'
import { points } from '../../kernel/points.ts'
import type { Rubric } from '../rubric.ts'
import type { Rule } from './ruleForms.ts'
import type { Rulings } from '../rulings.ts'
import { describeExplanation } from '../../explain/describeExplanation.ts'
import { explainRubric } from '../../score/inspection/explainRubric.ts'
import { prepareRubric } from '../../score/inspection/preparedRubric.ts'
import { type RuleExplained, ruleSaid } from '../../score/inspection/ruleExplained.ts'
import type { RowExplained } from '../../score/inspection/rowExplained.ts'
import { rubricPoints } from '../../score/inspection/rubricPoints.ts'
import { fillTally, createTally } from '../../score/inspection/tally.ts'
import { ruleForms } from './ruleForms.ts'

interface FormCase {
  readonly name: string
  readonly rule: object
  readonly also?: object
  readonly floor?: number | 'negative'
  readonly cap?: number
  /** Points of the row before anything was found; 10 if omitted. */
  readonly base?: number
  readonly bonusCap?: 'mayExceedRow' | 'rowCapped' | 'uncapped'
  readonly unclearUnit?: 'perItem' | 'once'
  readonly findings?: readonly Record<string, unknown>[]
  readonly alsoFindings?: readonly Record<string, unknown>[]
  readonly ledger?: readonly LedgerCount[]
  readonly measure?: number
  readonly amount: number
  readonly row: number
  readonly says?: string
}

const FOLDER = new URL('./cases/', import.meta.url)
const files = readdirSync(FOLDER)
const VIEW = { by: 'committee', silent: [] } as const

test('every rule form has its case file, and every case file its form', () => {
  expect(files.toSorted()).toEqual(
    Object.keys(ruleForms)
      .map(form => `${form}.yaml`)
      .toSorted(),
  )
})

for (const file of files) {
  for (const one of parse(readFileSync(new URL(file, FOLDER), 'utf8')) as FormCase[]) {
    test(`${file} ${one.name}`, () => {
      expect(`${(one.rule as Rule).form}.yaml`).toBe(file)
      const prepared = prepareRubric(rubricOf(one), rulingsOf(one))
      const facts = factsOf(one)
      const tally = createTally(prepared)
      fillTally(tally, prepared, facts, VIEW, 'drop')
      const numbersOnly = rubricPoints(prepared, tally)
      fillTally(tally, prepared, facts, VIEW, 'keep')
      const explained = explainRubric(prepared, tally, facts, VIEW, [])
      const row = explained.parts[0] as RowExplained
      expect({ row: row.points, rubric: explained.points, numbersOnly }).toEqual({
        row: points(one.row),
        rubric: points(one.row),
        numbersOnly: points(one.row),
      })
      const acted = row.parts.find(part => part.kind === (one.rule as Rule).form)
      expect(Math.abs(acted?.points ?? 0)).toBe(points(one.amount))
      if (acted !== undefined)
        expect(describeExplanation(acted)).toBe(`规则，${ruleSaid(acted as RuleExplained)}`)
      if (one.says !== undefined)
        expect(acted === undefined ? '' : describeExplanation(acted)).toContain(one.says)
    })
  }
}

function rubricOf(one: FormCase): Rubric {
  const rules = [one.rule, one.also].flatMap((rule, at) =>
    rule === undefined ? [] : [ruleSchema.parse({ id: `r${at}`, text: '规则', ...rule })],
  )
  const held =
    one.floor === 'negative'
      ? { floor: 'negative' as const }
      : one.floor === undefined
        ? {}
        : { floor: points(one.floor) }
  const row = {
    id: '一.1',
    section: '一',
    title: '一行',
    base: points(one.base ?? 10),
    citation: '附件 一.1',
    rules,
    ...held,
  }
  const rows = [one.cap === undefined ? row : { ...row, cap: points(one.cap) }]
  return {
    id: 'r',
    title: '细则',
    base: points(10),
    citation: '附件',
    sections: [{ id: '一', title: '一' }],
    rows,
  }
}

function rulingsOf(one: FormCase): Rulings {
  const answers: Record<string, unknown> = {
    rowFloor: 'zero',
    bonusCap: one.bonusCap ?? 'uncapped',
    unclearUnit: one.unclearUnit ?? 'perItem',
  }
  const notes = (): readonly RulingNote[] => []
  const find = (topic: string) => (answers[topic] === undefined ? undefined : { answer: answers[topic] })
  return { find, answer: (topic: string) => answers[topic], notes, notesById: notes } as unknown as Rulings
}

function factsOf(one: FormCase): UnitFacts {
  const located = (rule: string) => (finding: Record<string, unknown>) =>
    ({
      unit: 'u',
      row: '一.1',
      rule,
      ...finding,
      ...(finding['amount'] === undefined ? {} : { amount: points(finding['amount'] as number) }),
    }) as Finding
  const ledger = new Map<string, LedgerCount[]>()
  for (const entry of one.ledger ?? [])
    ledger.set(entry.counter, [...(ledger.get(entry.counter) ?? []), { ...entry, unit: 'u' }])
  const findings = [
    ...(one.findings ?? []).map(located('r0')),
    ...(one.alsoFindings ?? []).map(located('r1')),
  ]
  return {
    ...NO_FACTS,
    findings,
    ledger,
    measures: new Map(one.measure === undefined ? [] : [['rate', points(one.measure)]]),
  }
}
