import type { SurveyWay } from './surveyState.ts'

/** Returns the sizes of the units and groups that are asked (访问的单位和对象): with our own calls 0 means that nobody is; a bureau's file brings whomever it asked. (四（三）) */
export function askedSizes<S extends { readonly size: number }>({
  way,
  sizes,
}: {
  readonly way: SurveyWay
  readonly sizes: readonly S[]
}): readonly S[] {
  return way === 'file' ? sizes : sizes.filter(({ size }) => size > 0)
}
