import { compareFractions, type Fraction, whole } from '../../kernel/fraction.ts'
import type { Conversion } from '../../scheme/component.ts'

type RankTable = Extract<Conversion, { kind: 'rankToPoints' }>

/** Gives points by place (名次计分) among `values`, highest first. Equal values share a place; beyond the table each place costs a step, down to the minimum. */
export function rankToPoints(
  values: readonly Fraction[],
  table: RankTable,
): readonly { readonly place: number; readonly exact: Fraction }[] {
  const order = values.map((_, at) => at).sort((a, b) => compareFractions(values[b]!, values[a]!))
  const places = new Array<number>(values.length)
  order.forEach((at, position) => {
    const before = order[position - 1]
    const tied = before !== undefined && compareFractions(values[before]!, values[at]!) === 0
    places[at] = tied ? places[before]! : position + 1
  })
  return places.map(place => ({ place, exact: whole(pointsOfPlace(place, table)) }))
}

function pointsOfPlace(place: number, { table, step, least }: RankTable): number {
  const listed = table[place - 1]
  if (listed !== undefined) return listed
  return Math.max(least, (table.at(-1) ?? least) - step * (place - table.length))
}
