import type { TieAnswer } from '../../../domain/scheme/ruling.ts'
import type { BookContext } from './bookContext.ts'
import type { Here } from './table.ts'

/** The formulas of places (名次): everything that can be computed by counting cells. (五（三）, R9) */
export interface PlaceFormulas {
  /** total number of ranked appraisees. */
  readonly of: (here: Here) => string
  readonly place: (here: Here) => string
  /** first of equals (dense places only): 1 on the first line of each set of equals. */
  readonly leads: (here: Here) => string
  /** number of others equal in every key. */
  readonly tied: (here: Here) => string
  readonly fromBottom: (here: Here) => string
  /** number of better ones. */
  readonly better: (here: Here) => string
  /** tests whether a line is ranked. */
  readonly isRanked: (here: Here) => string
}

/** Creates the place formulas. `keys` are the columns that decide places, best first: the composite, then the tie-breakers. */
export function placeFormulas(
  { groups }: BookContext,
  ties: TieAnswer,
  keys: readonly string[],
  canDisqualify: boolean,
): PlaceFormulas {
  const within = (here: Here, range: (key: string) => string): readonly string[] => [
    ...(groups.length > 1 ? [range('group'), here.at('group')] : []),
    ...(canDisqualify ? [range('ranked'), '1'] : []),
  ]
  const count = (here: Here, tests: readonly string[], range = here.all): string =>
    `COUNTIFS(${[...within(here, range), ...tests].join(',')})`
  const equal = (here: Here, upTo: number, range = here.all): readonly string[] =>
    keys.slice(0, upTo).flatMap(key => [range(key), here.at(key)])
  const beyond = (here: Here, sign: '>' | '<', more: readonly string[] = []): string =>
    keys
      .map((key, at) =>
        count(here, [...equal(here, at), here.all(key), `"${sign}"&${here.at(key)}`, ...more]),
      )
      .join('+')
  const isRanked = (here: Here): string =>
    canDisqualify ? `${here.at('ranked')}=1` : `ISNUMBER(${here.at(keys[0]!)})`
  const ranked = (here: Here, formula: string): string => `IF(${isRanked(here)},${formula},"")`
  const better = (here: Here): string => beyond(here, '>')
  return {
    isRanked,
    better,
    of: here => ranked(here, count(here, [here.all(keys[0]!), '">=0"'])),
    place: here =>
      ranked(
        here,
        `1+${ties.places === 'dense' ? beyond(here, '>', [here.all('leads'), '1']) : better(here)}`,
      ),
    leads: here =>
      `IF(${isRanked(here)},IF(${count(here, equal(here, keys.length, here.upToHere), here.upToHere)}=1,1,0),0)`,
    tied: here => ranked(here, `${count(here, equal(here, keys.length))}-1`),
    fromBottom: here =>
      ranked(
        here,
        ties.acrossEdge === 'heavier' ? `1+${beyond(here, '<')}` : `${here.at('of')}-(${better(here)})`,
      ),
  }
}
