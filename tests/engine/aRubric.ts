import { expect } from 'vitest'
import { ruleSchema } from '../../src/contract/scheme/ruleSchema.ts'
import { explainRubric } from '../../src/domain/score/inspection/explainRubric.ts'
import { prepareRubric } from '../../src/domain/score/inspection/preparedRubric.ts'
import type { RowExplained } from '../../src/domain/score/inspection/rowExplained.ts'
import { rubricPoints } from '../../src/domain/score/inspection/rubricPoints.ts'
import { fillTally, createTally, type TallyView } from '../../src/domain/score/inspection/tally.ts'
import type { Finding } from '../../src/domain/year/facts/facts.ts'
import { NO_FACTS, type UnitFacts } from '../../src/domain/year/facts/unitFacts.ts'
import type { RulingNote } from '../../src/domain/kernel/explanation.ts'
import { points, type Points } from '../../src/domain/kernel/points.ts'
import type { Row, Rubric } from '../../src/domain/scheme/rubric.ts'
import type { Rulings } from '../../src/domain/scheme/rulings.ts'

export const YEAR: TallyView = { by: 'committee', silent: [] }
export const note = (id: string): RulingNote => ({
  id,
  question: '问',
  text: '答',
  citation: '附件',
  state: 'assumed',
})

export function rulings(answers: Readonly<Record<string, unknown>> = {}): Rulings {
  const all: Readonly<Record<string, unknown>> = {
    rowFloor: 'zero',
    bonusCap: 'uncapped',
    unclearUnit: 'perItem',
    ...answers,
  }
  return {
    find: (topic: string) => (all[topic] === undefined ? undefined : { answer: all[topic] }),
    answer: (topic: string) => all[topic],
    notes: (topic: string) => [note(topic)],
    notesById: (id?: string) => (id === undefined ? [] : [note(id)]),
  } as unknown as Rulings
}

export function row(id: string, base: number, rules: readonly object[], more: Partial<Row> = {}): Row {
  const parsed = rules.map(rule => ruleSchema.parse({ text: '规则', ...rule }))
  return {
    id,
    section: id.slice(0, 1),
    title: id,
    base: points(base),
    citation: `附件 ${id}`,
    rules: parsed,
    ...more,
  }
}

/** Two sections; the first may lose 3 points at most. */
export function rubric(rows: readonly Row[], cap?: number): Rubric {
  const base = rows.reduce((sum, one) => sum + one.base, 0) as Points
  const first =
    cap === undefined ? { id: '一', title: '一' } : { id: '一', title: '一', deductionCap: points(cap) }
  return {
    id: 'r',
    title: '细则',
    base,
    citation: '附件',
    sections: [first, { id: '二', title: '二' }],
    rows,
  }
}

export const each = (id: string, cost: number, more: object = {}) => ({
  id,
  form: 'perOccurrence',
  points: cost,
  ...more,
})
export const found = (rowId: string, rule: string, count = 1, more: Partial<Finding> = {}): Finding => ({
  unit: 'u',
  row: rowId,
  rule,
  count,
  ...more,
})
export const facts = (more: Partial<UnitFacts>): UnitFacts => ({ ...NO_FACTS, ...more })

/** Scores a rubric in both speeds and holds them equal. */
export function score(
  of: Rubric,
  findings: readonly Finding[],
  answers: Readonly<Record<string, unknown>> = {},
  view = YEAR,
  more: Partial<UnitFacts> = {},
) {
  const prepared = prepareRubric(of, rulings(answers))
  const tally = createTally(prepared)
  const all = facts({ findings, ...more })
  fillTally(tally, prepared, all, view, 'drop')
  const numbers = rubricPoints(prepared, tally)
  fillTally(tally, prepared, all, view, 'keep')
  const node = explainRubric(prepared, tally, all, view, [])
  expect(node.points).toBe(numbers)
  expect(node.parts.reduce((sum, part) => sum + part.points, 0)).toBe(numbers)
  return {
    node,
    numbers,
    rows: node.parts.filter(part => part.kind === 'row') as unknown as readonly RowExplained[],
    disagreements: [...tally.disagreements],
  }
}

export const ids = (notes: readonly RulingNote[]) => notes.map(one => one.id)
