/** A record of PostgreSQL's write-ahead log, without images of pages. */
export interface WalRecord {
  /** which part of the database wrote it, and what. */
  readonly manager: number
  readonly info: number
  /** of which transaction it is. */
  readonly xid: number
  readonly blocks: readonly {
    readonly nth: number
    readonly file: number
    readonly block: number
    readonly data: Buffer
  }[]
  readonly main: Buffer
}

const [HEADER, MANAGERS] = [24, 30]

/** Reads the records of a write-ahead log whose page headings were taken out; what is none, such as the end of one that began before, is passed over. */
export function* walRecords(wal: Buffer): Generator<WalRecord> {
  for (let at = 0; at + HEADER <= wal.length;) {
    const size = wal.readUInt32LE(at)
    const record =
      size >= HEADER && at + size <= wal.length ? readRecord(wal.subarray(at, at + size)) : undefined
    if (record !== undefined) yield record
    at += record === undefined ? 8 : Math.ceil(size / 8) * 8
  }
}

const [IMAGE, HAS_DATA, SAME_FILE] = [0x10, 0x20, 0x80]
const [HOLE, COMPRESSED] = [0x01, 0x1c]
const [SHORT, LONG, ORIGIN, OUTER] = [255, 254, 253, 252]

/** Reads one record; undefined where the lengths of its parts do not make up its own. */
function readRecord(bytes: Buffer): WalRecord | undefined {
  const [info, manager] = [bytes[16]!, bytes[17]!]
  if (manager > MANAGERS || bytes.readUInt16LE(18) !== 0) return undefined
  const heads: { nth: number; file: number; block: number; image: number; length: number }[] = []
  let [at, file, main] = [HEADER, 0, 0]
  const has = (count: number) => at + count <= bytes.length
  while (at < bytes.length) {
    const nth = bytes[at]!
    if (nth === SHORT || nth === LONG) {
      if (!has(nth === SHORT ? 2 : 5)) return undefined
      main = nth === SHORT ? bytes[at + 1]! : bytes.readUInt32LE(at + 1)
      at += nth === SHORT ? 2 : 5
      break
    }
    if (nth === ORIGIN || nth === OUTER) {
      at += nth === ORIGIN ? 3 : 5
      continue
    }
    if (nth > 32 || !has(4)) return undefined
    const flags = bytes[at + 1]!
    const length = bytes.readUInt16LE(at + 2)
    if ((flags & HAS_DATA) === 0 && length > 0) return undefined
    at += 4
    let image = 0
    if ((flags & IMAGE) !== 0) {
      if (!has(5)) return undefined
      image = bytes.readUInt16LE(at)
      const how = bytes[at + 4]!
      at += 5 + ((how & HOLE) !== 0 && (how & COMPRESSED) !== 0 ? 2 : 0)
    }
    if ((flags & SAME_FILE) === 0) {
      if (!has(12)) return undefined
      file = bytes.readUInt32LE(at + 8)
      at += 12
    }
    if (!has(4)) return undefined
    heads.push({ nth, file, block: bytes.readUInt32LE(at), image, length })
    at += 4
    if (at + heads.reduce((sum, one) => sum + one.image + one.length, 0) === bytes.length) break
  }
  if (at + heads.reduce((sum, one) => sum + one.image + one.length, main) !== bytes.length) return undefined
  const blocks = heads.map(({ nth, file: of, block, image, length }) => {
    at += image + length
    return { nth, file: of, block, data: bytes.subarray(at - length, at) }
  })
  return { manager, info, xid: bytes.readUInt32LE(4), blocks, main: bytes.subarray(at) }
}

const [TRANSACTIONS, HEAP2, HEAP] = [1, 9, 10]
const [INSERT, DELETE, UPDATE, HOT_UPDATE, LOCK, MULTI_INSERT] = [0, 0x10, 0x20, 0x40, 0x60, 0x50]

/** Lists of each row of a table the transactions that changed or locked it since it was put in, by where it lies at the end, such as `(3,17)`. */
export function listChanges(
  records: Iterable<WalRecord>,
  table: number,
): (place: string) => readonly number[] {
  const rows = new Map<string, number[]>()
  const change = (place: string, xid: number) => {
    const row = rows.get(place) ?? []
    row.push(xid)
    return row
  }
  for (const { manager, info, xid, blocks, main } of records) {
    const [first, second] = blocks
    if (first?.file !== table || (manager !== HEAP && manager !== HEAP2)) continue
    const what = info & 0x70
    const placeOf = (offset: number, { block } = first) => `(${block},${offset})`
    if (manager === HEAP2) {
      if (what !== MULTI_INSERT) continue
      const isWhole = (info & 0x80) !== 0
      for (let at = 0; at < main.readUInt16LE(2); at++)
        rows.set(placeOf(isWhole ? at + 1 : main.readUInt16LE(4 + 2 * at)), [])
    } else if (what === INSERT) rows.set(placeOf(main.readUInt16LE(0)), [])
    else if (what === UPDATE || what === HOT_UPDATE)
      rows.set(placeOf(main.readUInt16LE(12)), change(placeOf(main.readUInt16LE(4), second ?? first), xid))
    else if (what === DELETE || what === LOCK) change(placeOf(main.readUInt16LE(4)), xid)
  }
  return place => rows.get(place) ?? []
}

/** Microseconds at which each transaction was committed, in the order of the log. */
export function commitTimes(records: Iterable<WalRecord>): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (const { manager, info, xid, main } of records)
    if (manager === TRANSACTIONS && (info & 0x70) === 0 && main.length >= 8)
      times.set(xid, Number(main.readBigInt64LE(0)))
  return times
}
