/** A bin for units (一组): a team in one leg; `most` is the capacity of its days. */
export interface Bin {
  readonly admits: (unit: number) => boolean
  readonly share: number
  readonly most: number
}

/**
 * Assigns units to bins (单位到组的分配): returns each unit's bin number, or none. No bin exceeds its share, or
 * its share plus `slack` if unavoidable; units are moved along augmenting paths to make room. `placed`
 * holds fixed assignments.
 */
export function placeUnits(
  units: readonly number[],
  bins: readonly Bin[],
  slack: number,
  placed = new Map<number, number>(),
) {
  const held = bins.map((): number[] => [])
  for (const [unit, bin] of placed) held[bin]!.push(unit)
  const room = bins.map((bin, at) => Math.min(bin.share + slack, bin.most) - held[at]!.length)
  const waiting: number[] = []
  for (const unit of units) {
    if (placed.has(unit)) continue
    const at = roomiest(bins, room, unit)
    if (at === undefined) waiting.push(unit)
    else settle(unit, at)
  }
  for (const unit of waiting) makeRoom(unit)
  return placed

  function settle(unit: number, at: number): void {
    placed.set(unit, at)
    held[at]!.push(unit)
    room[at]!--
  }

  /** Searches the bins breadth first: from those open to the unit to those open to the units in them, until one has room. */
  function makeRoom(unit: number): void {
    const cameFrom = new Map<number, { readonly mover: number; readonly from: number | undefined }>()
    const queue: number[] = []
    const reach = (mover: number, from: number | undefined): void => {
      for (const [at, bin] of bins.entries()) {
        if (cameFrom.has(at) || !bin.admits(mover)) continue
        cameFrom.set(at, { mover, from })
        queue.push(at)
      }
    }
    reach(unit, undefined)
    for (let head = 0; head < queue.length; head++) {
      const at = queue[head]!
      if (room[at]! > 0) return shift(at, cameFrom)
      for (const mover of held[at]!) reach(mover, at)
      if (cameFrom.size === bins.length && !queue.slice(head + 1).some(other => room[other]! > 0)) return
    }
  }

  function shift(
    last: number,
    cameFrom: ReadonlyMap<number, { readonly mover: number; readonly from: number | undefined }>,
  ): void {
    room[last]!--
    for (let at: number | undefined = last; at !== undefined;) {
      const { mover, from }: { readonly mover: number; readonly from: number | undefined } = cameFrom.get(at)!
      if (from !== undefined) held[from] = held[from]!.filter(unit => unit !== mover)
      held[at]!.push(mover)
      placed.set(mover, at)
      at = from
    }
  }
}

function roomiest(bins: readonly Bin[], room: readonly number[], unit: number): number | undefined {
  let best: number | undefined
  for (const [at, bin] of bins.entries()) {
    if (room[at]! > 0 && (best === undefined || room[at]! > room[best]!) && bin.admits(unit)) best = at
  }
  return best
}
