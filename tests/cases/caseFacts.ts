import { factsSchema, type FactsFile } from '../../src/contract/year/factsSchema.ts'
import { historySchema } from '../../src/contract/year/historySchema.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import { toDecimal } from '../../src/domain/kernel/points.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { UnitCase, WorkedCase } from './caseSchema.ts'
import type { CaseDefaults } from './defaultsSchema.ts'

type Row = Record<string, unknown>

/** The one unit of a case that names none. */
export const ONLY_UNIT = '甲'

/** The units of a case with their facts and expectations: those named, the rungs of its ladder, those on its sheets, or the one at the top level. */
export function unitsOf(worked: WorkedCase): ReadonlyMap<string, UnitCase> {
  const units = new Map<string, UnitCase>(ladderOf(worked))
  for (const [id, unit] of Object.entries(worked.units ?? {})) units.set(id, { ...units.get(id), ...unit })
  if (units.size === 0) units.set(ONLY_UNIT, worked as UnitCase)
  for (const { marks } of worked.sheets ?? [])
    for (const id of Object.keys(marks)) if (!units.has(id)) units.set(id, {})
  return units
}

/** The facts file of a case, read by the real schema. Throws when the case's facts are not of the right shape. */
export function caseFacts(scheme: Scheme, worked: WorkedCase, defaults: CaseDefaults): FactsFile {
  const units = [...unitsOf(worked)]
  const each = (rows: (unit: string, facts: UnitCase) => readonly Row[]) =>
    units.flatMap(([unit, facts]) => rows(unit, facts))
  const read = factsSchema.safeParse({
    format: 'hengping-facts/1',
    cycle: scheme.cycle,
    roster: {
      units: rosterUnits(units, defaults),
      holders: each((unit, facts) => holdersOf(unit, facts, defaults)),
    },
    visits: each(visitsOf),
    findings: each((unit, { findings }) =>
      (findings ?? []).map(finding => ({ unit, row: worked.row, count: 1, ...finding })),
    ),
    ledger: each((unit, facts) => ledgerOf(unit, facts, scheme.cycle)),
    gradings: each((unit, facts) => gradingOf(unit, facts, scheme)),
    surveys: each((unit, { survey }) =>
      Object.entries(survey ?? {}).map(([group, answers]) => ({
        unit,
        component: componentBy(scheme, 'survey'),
        group,
        answers,
      })),
    ),
    sheets: [...each((unit, facts) => votesOf(unit, facts, scheme)), ...sheetsOf(worked, scheme)],
    measures: each((unit, { measures }) =>
      Object.entries({ ...defaults.measures, ...measures }).map(([measure, value]) => ({
        unit,
        measure,
        value,
      })),
    ),
    knowledgeTests: each((unit, { tests }) => (tests ?? []).map(test => ({ unit, ...test }))),
    vetoes: each((unit, { vetoes }) => (vetoes ?? []).map(veto => ({ unit, veto, reason: '算例' }))),
    decisions: [...each((unit, facts) => decisionsOf(unit, facts, scheme)), ...bandDecisions(worked)],
    annualGrades: each((unit, { annualGrade }) => (annualGrade === undefined ? [] : [{ unit, annualGrade }])),
  })
  if (!read.success) throw new Error(`the case's facts do not read: ${read.error.message}`)
  return read.data as FactsFile
}

/** The history of a case, from the `past` of its units; years that no unit names are absent. */
export function caseHistory(worked: WorkedCase): History {
  const years = new Map<string, Row[]>()
  for (const [unit, { past }] of unitsOf(worked)) {
    for (const [year, entry] of Object.entries(past ?? {})) {
      const of = entry.of ?? 30
      const full = {
        unit,
        person: personOf(unit),
        composite: 80,
        grade: 'fair',
        ...entry,
        of,
        place: of - entry.fromBottom + 1,
      }
      years.set(year, [...(years.get(year) ?? []), full])
    }
  }
  const read = historySchema.parse({
    format: 'hengping-history/1',
    years: [...years].map(([year, entries]) => ({ cycle: Number(year), entries })),
  })
  return read as History
}

function personOf(unit: string): string {
  return `${unit}书记`
}

function ladderOf({ ladder }: WorkedCase): readonly [string, UnitCase][] {
  if (ladder === undefined) return []
  const width = String(ladder.count).length
  return Array.from({ length: ladder.count }, (_, at) => [
    String(at + 1).padStart(width, '0'),
    { scores: Math.round((ladder.from - at * ladder.down) * 1000) / 1000 },
  ])
}

function rosterUnits(
  units: readonly (readonly [string, UnitCase])[],
  defaults: CaseDefaults,
): readonly Row[] {
  const named = new Set(units.map(([id]) => id))
  const leads = new Set(
    units.flatMap(([, { unit }]) =>
      unit?.leadUnit === undefined || named.has(unit.leadUnit) ? [] : [unit.leadUnit],
    ),
  )
  const plain = (id: string): Row => ({ id, name: id, ...defaults.unit })
  return [...units.map(([id, { unit }]) => ({ ...plain(id), ...unit })), ...[...leads].map(plain)]
}

function holdersOf(unit: string, { holders }: UnitCase, { holder }: CaseDefaults): readonly Row[] {
  const listed = holders ?? [{ person: personOf(unit) }]
  return listed.map(one => ({ unit, name: one.person, ...holder, ...one }))
}

function visitsOf(unit: string, { visits }: UnitCase): readonly Row[] {
  return (visits ?? [1, 2, 3, 4]).map(visit =>
    typeof visit === 'number' ? { unit, quarter: visit } : { unit, ...visit },
  )
}

function ledgerOf(unit: string, { ledger }: UnitCase, cycle: number): readonly Row[] {
  return Object.entries(ledger ?? {}).flatMap(([counter, kept]) => {
    const periods = typeof kept === 'number' ? { [cycle]: kept } : kept
    return Object.entries(periods).map(([period, count]) => ({ unit, counter, period, count }))
  })
}

function gradingOf(unit: string, { grading }: UnitCase, scheme: Scheme): readonly Row[] {
  if (grading === undefined) return []
  const component = componentBy(scheme, 'quotaGrading')
  return [{ unit, component, ...(typeof grading === 'string' ? { grade: grading } : grading) }]
}

function votesOf(unit: string, { votes }: UnitCase, scheme: Scheme): readonly Row[] {
  return Object.entries(votes ?? {}).flatMap(([voterClass, marks]) =>
    marks.map(mark => sheet(scheme, voterClass, [markOf(unit, mark)])),
  )
}

function sheetsOf({ sheets }: WorkedCase, scheme: Scheme): readonly Row[] {
  return (sheets ?? []).flatMap(({ class: voterClass, times, marks }) => {
    const one = sheet(
      scheme,
      voterClass,
      Object.entries(marks).map(([unit, mark]) => markOf(unit, mark)),
    )
    return Array.from({ length: times ?? 1 }, () => one)
  })
}

function sheet(scheme: Scheme, voterClass: string, marks: readonly Row[]): Row {
  return { component: componentBy(scheme, 'ballots'), session: '测评会', voterClass, marks }
}

function markOf(unit: string, mark: number | string): Row {
  return typeof mark === 'number' ? { unit, points: mark } : { unit, grade: mark }
}

function decisionsOf(unit: string, { scores, decidedFromBottom }: UnitCase, scheme: Scheme): readonly Row[] {
  const signed = { unit, by: '算例', reason: '算例' }
  const given = typeof scores === 'number' ? percentOfAll(scores, scheme) : (scores ?? {})
  const decided = Object.entries(given).map(([component, points]) => ({
    kind: 'componentScore',
    component,
    points,
    ...signed,
  }))
  return decidedFromBottom === undefined
    ? decided
    : [...decided, { kind: 'fromBottom', place: decidedFromBottom, ...signed }]
}

function percentOfAll(percent: number, { components }: Scheme): Readonly<Record<string, number>> {
  return Object.fromEntries(
    components.map(({ id, base }) => [id, Math.round(percent * toDecimal(base) * 10) / 1000]),
  )
}

function bandDecisions({ bandsApply }: WorkedCase): readonly Row[] {
  return Object.entries(bandsApply ?? {}).map(([ranking, apply]) => ({
    kind: 'bandsApply',
    ranking,
    apply,
    by: '算例',
    reason: '算例',
  }))
}

function componentBy(scheme: Scheme, kind: string): string {
  const found = scheme.components.find(component => component.methods.some(method => method.kind === kind))
  if (found === undefined) throw new Error(`the scheme has no component scored by ${kind}`)
  return found.id
}
