import fc from 'fast-check'
import { schemeSchema } from '../../src/contract/scheme/schemeSchema.ts'
import { points } from '../../src/domain/kernel/points.ts'
import type { RulingAnswers, RulingTopic } from '../../src/domain/scheme/ruling.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { schemeFolders } from '../cases/schemeFolders.ts'

/** Every scheme in the repository, as the domain holds it. */
export const schemes: readonly Scheme[] = schemeFolders().map(folder => schemeSchema.parse(folder.raw))

type Answers = { readonly [T in RulingTopic]?: readonly RulingAnswers[T][] }

/** Answers that an office may settle, beside the scheme's own; none of them depends on ids of one scheme. */
const ANSWERS: Answers = {
  combineRounds: ['accumulate', 'meanOfRounds', 'latestRound'],
  rowFloor: ['zero', 'negative'],
  bonusCap: ['mayExceedRow', 'rowCapped', 'uncapped'],
  quotaRounding: ['largestRemainder', 'atMostTop', 'atLeastBottom', 'halfUp'],
  rankingScope: ['all', 'byTier', 'byCohort'],
  smallCohort: [
    { kind: 'count', minimum: 3, below: 'committee' },
    { kind: 'count', minimum: 2, below: 'apply' },
    { kind: 'share', ofEvery: 3 },
  ],
  missingComponent: ['block', 'renormalise', 'zero'],
  rounding: [
    { decimals: 2, half: 'up', roundComponents: true },
    { decimals: 2, half: 'even', roundComponents: false },
    { decimals: 1, half: 'up', roundComponents: true },
    { decimals: 3, half: 'up', roundComponents: false },
  ],
  leadInspections: [{ use: 'informs' }, { use: 'weighted', percent: points(20) }],
  unclearUnit: ['perItem', 'once'],
  streakFollows: ['person', 'unit', 'either'],
}

/** A scheme of the repository with some of its rulings settled in another way. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .tuple(
    fc.constantFrom(...schemes),
    fc.record(mapAnswers(answers => fc.option(fc.constantFrom(...answers), { freq: 2, nil: undefined }))),
  )
  .map(([scheme, chosen]) => settle(scheme, chosen as Partial<RulingAnswers>))

/** The scheme with these answers in place of its own. */
export function settle(scheme: Scheme, answers: Partial<RulingAnswers>): Scheme {
  const rulings = scheme.rulings.map(ruling => {
    const answer = answers[ruling.topic]
    return answer === undefined ? ruling : ({ ...ruling, answer, state: 'settled' } as typeof ruling)
  })
  return Object.defineProperty({ ...scheme, rulings }, fc.toStringMethod, {
    value: () => `${scheme.id} ${JSON.stringify(answers)}`,
  })
}

function mapAnswers<T>(make: (answers: readonly unknown[]) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(ANSWERS).map(([topic, answers]) => [topic, make(answers)]))
}
