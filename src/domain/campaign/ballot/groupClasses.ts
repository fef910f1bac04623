import type { SmallClassRule } from './ballotForm.ts'

/** The size of a voter class (一个票种的票数): all its sheets, and the valid ones. */
interface ClassSize {
  readonly id: string
  readonly sheets: number
  readonly valid: number
}

/**
 * Groups the voter classes (票种分组) so that no group shows fewer valid sheets than the least number. `merge`:
 * the smallest class joins the next smallest until each group is large enough. `withhold`: small classes
 * are left out. If even all together are too few, all are withheld. A class without a sheet shows nothing
 * and stands by itself. Groups and ids keep the order of the form.
 */
export function groupClasses(
  sizes: readonly ClassSize[],
  { least, how }: SmallClassRule,
): { readonly groups: readonly (readonly string[])[]; readonly withheld: readonly string[] } {
  const idle = sizes.filter(({ sheets }) => sheets === 0).map(({ id }) => [id])
  const used = sizes.filter(({ sheets }) => sheets > 0)
  const isLarge = (group: readonly ClassSize[]) => validOf(group) >= least
  if (how === 'withhold') {
    const shown = used.filter(one => isLarge([one])).map(({ id }) => [id])
    return inOrder(
      sizes,
      [...shown, ...idle],
      used.filter(one => !isLarge([one])),
    )
  }
  let groups: readonly (readonly ClassSize[])[] = used.map(one => [one])
  while (groups.length > 1 && !groups.every(isLarge)) {
    const [first, second, ...rest] = groups.toSorted((one, other) => validOf(one) - validOf(other))
    groups = [[...first!, ...second!], ...rest]
  }
  if (!groups.every(isLarge)) return inOrder(sizes, idle, used)
  return inOrder(sizes, [...groups.map(group => group.map(({ id }) => id)), ...idle], [])
}

function validOf(group: readonly ClassSize[]): number {
  return group.reduce((sum, { valid }) => sum + valid, 0)
}

function inOrder(
  sizes: readonly ClassSize[],
  groups: readonly (readonly string[])[],
  withheld: readonly ClassSize[],
) {
  const placeOf = (id: string) => sizes.findIndex(one => one.id === id)
  const sorted = groups.map(group => group.toSorted((one, other) => placeOf(one) - placeOf(other)))
  return {
    groups: sorted.toSorted((one, other) => placeOf(one[0]!) - placeOf(other[0]!)),
    withheld: withheld.map(({ id }) => id),
  }
}
