import { toDecimal } from '../../kernel/points.ts'
import type { BallotsMethod } from '../component.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { answerFor, eachAnswer, type PlacedAnswer, RULING_SCOPE } from './eachAnswer.ts'
import { eachMethodOf, type PlacedMethod } from './eachMethod.ts'
import { checkFalls, checkHasAll, checkScaleKeys, checkWorth } from './scaleFaults.ts'
import { checkWeights } from './tableWeights.ts'

/** Checks ballot scoring (测评票计分): class weights sum to 1 or 100, grades have points, trimming leaves votes, void rules can apply. (四（四）, R8) */
export function* checkBallots(scheme: Scheme): Generator<Found> {
  const methods = [...eachMethodOf(scheme, 'ballots')]
  for (const placed of methods) {
    yield* checkMethod(placed)
    const answer = answerFor(scheme, 'ballotScale', placed.component.id)
    if (answer !== undefined) yield* checkScaleOf(placed, answer)
  }
  for (const placed of eachAnswer(scheme, 'ballotScale')) {
    yield* checkKeys(methods, placed)
    yield* checkScale(placed)
  }
}

function* checkMethod({ component, method, path }: PlacedMethod<BallotsMethod>): Generator<Found> {
  const more = { citation: method.citation }
  if (method.full <= 0) {
    const values = {
      kind: 'component',
      id: component.id,
      field: 'full',
      amount: toDecimal(method.full),
    } as const
    yield found('amountNotPositive', [...path, 'full'], values, more)
  }
  if (method.marks === 'grades' && method.grades.length === 0) {
    yield found(
      'gradesEmpty',
      [...path, 'grades'],
      { component: component.name },
      {
        ...more,
        reads: [
          [...path, 'grades'],
          [...path, 'marks'],
        ],
      },
    )
  }
}

function* checkScaleOf(
  { component, componentPath, method, path }: PlacedMethod<BallotsMethod>,
  placed: PlacedAnswer<'ballotScale'>,
): Generator<Found> {
  const { answer, ruling } = placed
  const scale = { component, componentPath, ruling }
  if (method.marks === 'grades') {
    const grades = {
      ...scale,
      path: [...placed.path, 'gradePoints'],
      ids: method.grades,
      idsAt: [...path, 'grades'],
    }
    yield* checkWorth('grade', answer.gradePoints ?? {}, grades, method.full)
    yield* checkFalls(answer.gradePoints ?? {}, grades)
  }
  if (answer.pooling === 'classWeights') {
    const classes = {
      ...scale,
      path: [...placed.path, 'weights'],
      ids: method.classes,
      idsAt: [...path, 'classes'],
    }
    yield* checkHasAll('weightMissing', 'voterClass', answer.weights ?? {}, classes)
  }
  for (const [at, rule] of answer.voids.entries()) {
    if (rule.kind !== 'tooManyHigh' || method.full <= 0 || rule.atLeast <= method.full) continue
    const place = [...placed.path, 'voids', at, 'atLeast']
    const values = { ruling: ruling.id, atLeast: toDecimal(rule.atLeast), full: toDecimal(method.full) }
    const reads = [place, [...path, 'full'], [...componentPath, 'id'], ...RULING_SCOPE]
    yield found('voidNeverActs', place, values, { citation: ruling.citation, reads })
  }
}

function* checkScale({ answer, ruling, path }: PlacedAnswer<'ballotScale'>): Generator<Found> {
  const citation = ruling.citation
  if (answer.weights !== undefined && answer.pooling === 'plainMean') {
    const reads = ['pooling', 'weights'].map(field => [...path, field])
    yield found('weightsIdle', [...path, 'weights'], { ruling: ruling.id }, { citation, reads })
  }
  if (answer.weights !== undefined) {
    const { faults, sum } = checkWeights(ruling, answer.weights, [...path, 'weights'])
    yield* faults
    if (sum !== 1 && sum !== 100)
      yield found('ballotWeightsOff', [...path, 'weights'], { ruling: ruling.id, sum }, { citation })
  }
  if (answer.trim !== undefined && answer.trim.above < 2 * answer.trim.drop) {
    yield found('trimEmpties', [...path, 'trim'], { ruling: ruling.id, ...answer.trim }, { citation })
  }
  const worths = Object.values(answer.gradePoints ?? {})
  if (worths.length > 0 && worths.every(worth => worth === null)) {
    yield found('nothingScored', [...path, 'gradePoints'], { ruling: ruling.id }, { citation })
  }
}

function checkKeys(
  methods: readonly PlacedMethod<BallotsMethod>[],
  { answer, ruling, path }: PlacedAnswer<'ballotScale'>,
): readonly Found[] {
  const idsOf = (list: 'grades' | 'classes') => ({
    known: methods.map(({ component, method }) => ({
      component: component.id,
      ids: method[list].map(({ id }) => id),
    })),
    knownAt: [
      ['components', '*', 'id'],
      ['components', '*', 'methods', '*', 'kind'],
      ...methods.map(one => [...one.path, list, '*', 'id']),
    ],
  })
  return [
    ...checkScaleKeys(
      'voterClass',
      answer.weights ?? {},
      { ruling, path: [...path, 'weights'] },
      idsOf('classes'),
    ),
    ...checkScaleKeys(
      'grade',
      answer.gradePoints ?? {},
      { ruling, path: [...path, 'gradePoints'] },
      idsOf('grades'),
    ),
  ]
}
