/** A stratum of a unit's group (层), and how many of it the frame lists. */
interface Stratum {
  readonly stratum: string
  readonly frame: number
}

/** Allots a sample to strata in proportion to the frame (按比例分配样本): the largest remainders get the rest, never more than a stratum has. */
export function allotSample(strata: readonly Stratum[], size: number): ReadonlyMap<string, number> {
  const all = strata.reduce((sum, { frame }) => sum + frame, 0)
  const take = Math.min(size, all)
  const shares = strata.map(({ stratum, frame }) => {
    const exact = all === 0 ? 0 : (take * frame) / all
    return { stratum, whole: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  let left = take - shares.reduce((sum, { whole }) => sum + whole, 0)
  const order = shares.toSorted(
    (one, other) => other.rest - one.rest || (one.stratum < other.stratum ? -1 : 1),
  )
  return new Map(order.map(({ stratum, whole }) => [stratum, left-- > 0 ? whole + 1 : whole]))
}
