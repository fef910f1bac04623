import { LEAD_UNIT_VETS, type ReportRules } from '../reportRules.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong } from './reference.ts'

/** Checks what a scheme asks of the debrief report (述职报告): ids, deadline, shares, who vets it, and the counters of late and missing ones. (六（二）, 六（三）) */
export function* checkReport(scheme: Scheme): Generator<Found> {
  const { report } = scheme
  if (report === undefined) return
  const deadlines = {
    kind: 'deadline',
    known: scheme.timetable.map(({ id }) => id),
    knownAt: [['timetable', '*', 'id']],
  } as const
  yield* checkAmong(deadlines, [[report.deadline, ['report', 'deadline']]])
  yield* uniqueIds('section', report.sections, ['report', 'sections'])
  yield* uniqueIds('area', report.areas ?? [], ['report', 'areas'])
  yield* uniqueIds('vetter', report.bodies, ['report', 'bodies'], [LEAD_UNIT_VETS])
  if (report.bodies.length === 0 && !report.leadUnitVets)
    yield found('reportUnvetted', ['report', 'bodies'], {}, { citation: report.citation })
  yield* checkShares(report)
  yield* checkLateness(scheme, report)
}

function* uniqueIds(
  kind: IdKind,
  items: readonly { readonly id: string }[],
  path: FaultPath,
  taken: readonly string[] = [],
): Generator<Found> {
  const before = new Set(taken)
  for (const [at, { id }] of items.entries()) {
    if (before.has(id)) yield found('duplicateId', [...path, at, 'id'], { kind, id }, { reads: [path] })
    before.add(id)
  }
}

/** Checks that a share has a bound, that its bounds are in order, and that a part counts on its side. */
function* checkShares({ shares = [], sections }: ReportRules): Generator<Found> {
  for (const [at, { of, from, to, citation }] of shares.entries()) {
    const path = ['report', 'shares', at]
    if ((from === undefined && to === undefined) || (from ?? 0) > (to ?? 100))
      yield found('reportShareOff', path, { of, from, to }, { citation })
    const meant = of === 'results' ? ['results'] : ['problems', 'nextSteps']
    if (!sections.some(({ meaning }) => meant.includes(meaning))) {
      const reads = [path, ['report', 'sections']]
      yield found('reportSideEmpty', path, { of }, { citation, reads })
    }
  }
}

/** Checks that late and missing reports are recorded under two counters of faults. */
function* checkLateness(scheme: Scheme, { lateness, citation }: ReportRules): Generator<Found> {
  if (lateness === undefined) return
  for (const key of ['late', 'missing'] as const) {
    const path = ['report', 'lateness', key]
    yield* checkAmong(knownIds(scheme).counter, [[lateness[key], path]])
    const counter = scheme.counters.find(({ id }) => id === lateness[key])
    if (counter?.kind === 'done') {
      const reads = [path, ['counters', '*', 'kind'], ['counters', '*', 'id']]
      yield found('reportCounterKind', path, { counter: counter.id }, { citation, reads })
    }
  }
  if (lateness.late === lateness.missing)
    yield found('duplicateId', ['report', 'lateness', 'missing'], { kind: 'counter', id: lateness.missing })
}
