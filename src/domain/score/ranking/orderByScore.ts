/** Order of a ranking (名次顺序): `order` lists places in the columns from best to worst; `tied` says for each position whether it equals the one before in all columns. */
export interface ScoreOrder {
  readonly order: Uint32Array
  readonly tied: Uint8Array
  /** For each position from the second on, the column that separates it from the one before: 0 is the first column, -1 a tie. */
  readonly parted: Int8Array
}

/**
 * Orders members by score (按得分排序): by the first column, ties by the next ones in turn, highest first.
 * Full ties keep their order in `members`. Columns hold thousandths, without NaN at members' places. Fast
 * enough for millions: the first column is sorted as plain numbers. (五（三）, R9)
 */
export function orderByScore(members: ArrayLike<number>, columns: readonly Float64Array[]): ScoreOrder {
  const order = sortByFirst(members, columns[0]!)
  const tied = new Uint8Array(order.length)
  const parted = new Int8Array(order.length)
  sortTies(order, columns)
  for (let position = 1; position < order.length; position++) {
    parted[position] = partingColumn(columns, order[position - 1]!, order[position]!)
    tied[position] = parted[position] === -1 ? 1 : 0
  }
  return { order, tied, parted }
}

function partingColumn(columns: readonly Float64Array[], one: number, other: number): number {
  for (let at = 0; at < columns.length; at++) if (columns[at]![one] !== columns[at]![other]) return at
  return -1
}

/** Sorts by score and position packed into one float (exact up to 2^53), so that the native numeric sort can be used. */
function sortByFirst(members: ArrayLike<number>, first: Float64Array): Uint32Array {
  const size = members.length
  let most = 0
  for (let position = 0; position < size; position++) most = Math.max(most, first[members[position]!]!)
  const packed = new Float64Array(size)
  for (let position = 0; position < size; position++)
    packed[position] = (most - first[members[position]!]!) * size + position
  packed.sort()
  const order = new Uint32Array(size)
  for (let position = 0; position < size; position++) order[position] = members[packed[position]! % size]!
  return order
}

function sortTies(order: Uint32Array, columns: readonly Float64Array[]): void {
  if (columns.length < 2) return
  const first = columns[0]!
  for (let start = 0; start < order.length;) {
    let end = start + 1
    while (end < order.length && first[order[end]!] === first[order[start]!]) end++
    if (end - start > 1) sortRun(order.subarray(start, end), columns)
    start = end
  }
}

/** Sorts a run of ties by insertion: most are of two or three. */
function sortRun(run: Uint32Array, columns: readonly Float64Array[]): void {
  if (run.length > SHORT) {
    run.set(
      [...run].sort((one, other) =>
        isAhead(columns, one, other) ? -1 : isAhead(columns, other, one) ? 1 : 0,
      ),
    )
    return
  }
  for (let next = 1; next < run.length; next++) {
    const member = run[next]!
    let place = next
    for (; place > 0 && isAhead(columns, member, run[place - 1]!); place--) run[place] = run[place - 1]!
    run[place] = member
  }
}

const SHORT = 24

function isAhead(columns: readonly Float64Array[], one: number, other: number): boolean {
  const at = partingColumn(columns, one, other)
  return at !== -1 && columns[at]![one]! > columns[at]![other]!
}
