import type { Year } from '../year/year.ts'

type Place = NonNullable<Year['waiting'][number]['mend']>['desk']

/** 去处所在的工作台: the first of these that there is. */
export const mendPaths: { readonly [P in Place]: readonly string[] } = {
  scheme: ['$year/scheme', 'schemes'],
  roster: ['$year/roster'],
  year: ['$year/year/missing'],
  results: ['$year/ranking'],
  consequences: ['$year/consequences'],
}
