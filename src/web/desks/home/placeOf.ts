import type { Year } from '../year/year.ts'

type Waiting = Year['waiting'][number]

/** Matters that are handled on the seal desk rather than in the ranking. */
const AT_SEALS: readonly string[] = ['approve', 'returned', 'correcting', 'seal', 'release']

const desks: { readonly [D in NonNullable<Waiting['mend']>['desk']]: string } = {
  scheme: '$year/scheme',
  roster: '$year/roster',
  year: '$year/year/missing',
  results: '$year/ranking',
  consequences: '$year/consequences',
}

/** Returns the path of the desk where a waiting item is handled. */
export function placeOf({ id, mend }: Pick<Waiting, 'id' | 'mend'>): string | undefined {
  if (mend === undefined) return undefined
  return AT_SEALS.includes(id) ? '$year/seals' : desks[mend.desk]
}
