import { type Interval, shareInterval } from '../../../domain/campaign/survey/figures/interval.ts'
import { responseRates } from '../../../domain/campaign/survey/figures/responseRates.ts'

/** A share with its 95 % interval by Wilson; nothing without a count. */
export function describeShare(count: number, of: number): Interval | undefined {
  return shareInterval(count, of)
}

/** AAPOR's rates by name, of cases counted by AAPOR's letters. */
export function describeRates(counts: Readonly<Record<string, number>>): Record<string, number> {
  const of = (letter: string): number => counts[letter] ?? 0
  return {
    ...responseRates({
      complete: of('I'),
      partial: of('P'),
      refused: of('R'),
      notReached: of('NC'),
      other: of('O'),
      unknownNumber: of('UH'),
      unknownPerson: of('UO'),
      notEligible: of('NE'),
    }),
  }
}
