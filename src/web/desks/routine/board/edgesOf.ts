import type { Member } from '../routineTypes.ts'

/** The two units at a grade boundary: the one in the better grade whose ledger costs most, and the one in the next grade whose ledger costs least. */
interface Edge {
  readonly upper: { readonly gradeName: string; readonly member: Member; readonly cost: number }
  readonly lower: { readonly gradeName: string; readonly member: Member; readonly cost: number }
  /** the lower unit has the better ledger. */
  readonly crossed: boolean
}

/** Returns the grade boundaries, best grades first; grades without members have none. */
export function edgesOf(
  grades: readonly { readonly id: string; readonly name: string }[],
  members: readonly Member[],
  costOf: (member: Member) => number,
): readonly Edge[] {
  const held = grades
    .map(({ id, name }) => ({ name, list: members.filter(member => member.grade === id) }))
    .filter(({ list }) => list.length > 0)
  return held.slice(1).map((below, at): Edge => {
    const above = held[at]!
    const upper = above.list.reduce((worst, one) => (costOf(one) > costOf(worst) ? one : worst))
    const lower = below.list.reduce((best, one) => (costOf(one) < costOf(best) ? one : best))
    return {
      upper: { gradeName: above.name, member: upper, cost: costOf(upper) },
      lower: { gradeName: below.name, member: lower, cost: costOf(lower) },
      crossed: costOf(lower) < costOf(upper),
    }
  })
}
