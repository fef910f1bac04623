import type { Year } from '../year/year.ts'
import { mendPaths } from './mendPaths.ts'

type Waiting = Year['waiting'][number]

/** Matters of the seal are dealt with where it is sealed, not in the ranking. */
const AT_SEALS: readonly string[] = ['approve', 'returned', 'correcting', 'seal', 'release']

/** 待办一项在哪个工作台办理, as the paths of the desks to be tried. */
export function placeOf({ id, mend }: Pick<Waiting, 'id' | 'mend'>): readonly string[] {
  if (mend === undefined) return []
  return AT_SEALS.includes(id) ? ['$year/seals'] : mendPaths[mend.desk]
}
