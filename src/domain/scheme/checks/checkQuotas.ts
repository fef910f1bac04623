import { toDecimal } from '../../kernel/points.ts'
import type { GradeQuota, OverallGradesAnswer } from '../ruling.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { PlacedAnswer } from './eachAnswer.ts'

const HUNDRED = 100_000

/** Checks grade quotas and preconditions (等次名额与前提): percentages from 0 to 100, increasing with the grades they include, one per grade; preconditions can be met. (R12) */
export function* checkQuotas(
  { answer, path, ruling }: PlacedAnswer<'overallGrades'>,
  scheme: Scheme,
): Generator<Found> {
  const citation = ruling.citation
  for (const [at, { percent }] of answer.quotas.entries()) {
    if (percent >= 0 && percent <= HUNDRED) continue
    const values = { ruling: ruling.id, percent: toDecimal(percent) }
    yield found('percentOutOfRange', [...path, 'quotas', at, 'percent'], values, { citation })
  }
  for (const kind of ['atMost', 'atLeast'] as const)
    for (const fault of checkOneKind(answer, kind, path)) yield { ...fault, citation } as Found
  yield* checkPreconditions(scheme, answer, path)
}

function* checkOneKind(
  answer: OverallGradesAnswer,
  kind: GradeQuota['kind'],
  path: FaultPath,
): Generator<Found> {
  const order = answer.grades.map(({ id }) => id)
  const quotas = answer.quotas
    .map((quota, at) => ({ ...quota, at, rank: order.indexOf(quota.grade) }))
    .filter(quota => quota.kind === kind && quota.rank >= 0)
  const ranked = quotas.toSorted((one, other) => one.rank - other.rank || one.at - other.at)
  const reads = [
    [...path, 'grades', '*', 'id'],
    ...['kind', 'grade', 'percent'].map(field => [...path, 'quotas', '*', field]),
  ]
  const name = (rank: number) => answer.grades[rank]!.name
  for (const [next, worse] of ranked.entries()) {
    const better = ranked[next - 1]
    const place = [...path, 'quotas', worse.at]
    if (
      kind === 'atMost' &&
      worse.rank === order.length - 1 &&
      worse.percent >= 0 &&
      worse.percent < HUNDRED
    ) {
      yield found(
        'quotaImpossible',
        place,
        { grade: name(worse.rank), percent: toDecimal(worse.percent) },
        { reads },
      )
    }
    if (better === undefined) continue
    const grows = kind === 'atMost' ? worse.percent >= better.percent : worse.percent <= better.percent
    if (better.rank === worse.rank)
      yield found('quotaTwice', place, { grade: name(worse.rank), kind }, { reads })
    else if (!grows) {
      const [betterPercent, worsePercent] = [toDecimal(better.percent), toDecimal(worse.percent)]
      yield found(
        'quotaNotMonotone',
        place,
        { kind, better: name(better.rank), betterPercent, worse: name(worse.rank), worsePercent },
        { reads },
      )
    }
  }
}

function* checkPreconditions(scheme: Scheme, answer: OverallGradesAnswer, path: FaultPath): Generator<Found> {
  for (const [at, { grade, component, atLeast }] of answer.preconditions.entries()) {
    const place = scheme.components.findIndex(({ id }) => id === component)
    const base = scheme.components[place]?.base
    if (base === undefined || atLeast <= base) continue
    const reads = [
      [...path, 'preconditions', at, 'atLeast'],
      [...path, 'preconditions', at, 'component'],
      ['components', place, 'base'],
      ['components', '*', 'id'],
    ]
    const values = {
      grade,
      component: scheme.components[place]!.name,
      atLeast: toDecimal(atLeast),
      base: toDecimal(base),
    }
    yield found('preconditionOutOfReach', [...path, 'preconditions', at, 'atLeast'], values, { reads })
  }
}
