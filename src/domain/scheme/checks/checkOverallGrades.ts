import { type Points, toDecimal } from '../../kernel/points.ts'
import type { GradeBand } from '../ruling.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import { answerFor, type PlacedAnswer, RULING_SCOPE } from './eachAnswer.ts'
import { type Interval, intervalOf, isEmpty, overlapOf, remainderOf } from './interval.ts'

/** Checks the bands of overall grades (综合评价等次): best first, none empty, no overlap or gap, covering 0 to the scheme's base. (五（一）, R12) */
export function* checkOverallGrades(
  { answer, path, ruling }: PlacedAnswer<'overallGrades'>,
  scheme: Scheme,
): Generator<Found> {
  for (const fault of checkBands(answer.grades, [...path, 'grades'], scheme.base))
    yield { ...fault, citation: ruling.citation } as Found
  const bonusCap = answerFor(scheme, 'bonusCap')
  if (bonusCap?.answer === 'uncapped' || scheme.base <= 0) return
  for (const [at, { name, from, to }] of answer.grades.entries()) {
    if (from <= to && to <= scheme.base) continue
    const reads = [[...path, 'grades', at], ['base'], ...RULING_SCOPE, ...(bonusCap ? [bonusCap.path] : [])]
    const values = { grade: name, from: toDecimal(from), to: toDecimal(to), base: toDecimal(scheme.base) }
    if (from <= to)
      yield found('gradeBeyondBase', [...path, 'grades', at, 'to'], values, {
        citation: ruling.citation,
        reads,
      })
  }
}

function* checkBands(grades: readonly GradeBand[], path: FaultPath, base: Points): Generator<Found> {
  const reads = [...['from', 'to', 'fromOpen', 'toClosed'].map(field => [...path, '*', field]), ['base']]
  for (const [at, grade] of grades.entries()) {
    const values = { grade: grade.name, from: toDecimal(grade.from), to: toDecimal(grade.to) }
    if (isEmpty(intervalOf(grade)))
      yield found('gradeEmpty', [...path, at], values, { reads: [...reads, [...path, at, 'name']] })
  }
  const sound = grades
    .map((grade, at) => ({ grade, at, interval: intervalOf(grade) }))
    .filter(({ interval }) => !isEmpty(interval))
  for (const [next, worse] of sound.entries()) {
    const better = sound[next - 1]
    if (better !== undefined) yield* checkNeighbours(better, worse, path, reads)
  }
  yield* checkEnds(sound, path, base, reads)
}

interface SoundBand {
  readonly grade: GradeBand
  readonly at: number
  readonly interval: Interval
}

function* checkNeighbours(
  better: SoundBand,
  worse: SoundBand,
  path: FaultPath,
  reads: readonly FaultPath[],
): Generator<Found> {
  const place = [...path, worse.at]
  const names = { better: better.grade.name, worse: worse.grade.name }
  const common = overlapOf(better.interval, worse.interval)
  const [upper, lower] = [better.interval, worse.interval]
  if (upper.from < lower.from || upper.to < lower.to) yield found('gradesDisordered', place, names, { reads })
  else if (!isEmpty(common)) {
    yield found(
      'gradesOverlap',
      place,
      { ...names, from: common.from / 1000, to: common.to / 1000 },
      { reads },
    )
  } else if (lower.to < upper.from || (lower.toOpen && upper.fromOpen)) {
    yield found('gradesGap', place, { ...names, from: lower.to / 1000, to: upper.from / 1000 }, { reads })
  }
}

function* checkEnds(
  bands: readonly SoundBand[],
  path: FaultPath,
  base: Points,
  reads: readonly FaultPath[],
): Generator<Found> {
  const [best, worst] = [bands[0], bands.at(-1)]
  if (best === undefined || worst === undefined || base <= 0) return
  const covers = (mark: number, one: SoundBand) =>
    remainderOf({ from: mark, to: mark, fromOpen: false, toOpen: false }, [one.interval]).length === 0
  if (best.interval.to < base || (best.interval.to === base && !covers(base, best))) {
    const values = {
      end: 'top',
      grade: best.grade.name,
      reaches: best.interval.to / 1000,
      needed: toDecimal(base),
    } as const
    yield found('gradesUncovered', [...path, best.at], values, { reads })
  }
  if (worst.interval.from > 0 || (worst.interval.from === 0 && !covers(0, worst))) {
    const values = {
      end: 'bottom',
      grade: worst.grade.name,
      reaches: worst.interval.from / 1000,
      needed: 0,
    } as const
    yield found('gradesUncovered', [...path, worst.at], values, { reads })
  }
}
