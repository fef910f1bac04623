const TABLES = crcTables()

/** 校验和的起点. */
export const CRC_START = 0xffffffff

/** 校验和累计 (CRC-32 as in zip): fold one more chunk into a running state, four bytes at a time. */
export function crcUpdate(state: number, bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES
  const whole = bytes.length - (bytes.length % 4)
  let crc = state
  let at = 0
  for (; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!
  }
  for (; at < bytes.length; at++) crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return crc
}

/** 校验和的结果. */
export function crcEnd(state: number): number {
  return (state ^ 0xffffffff) >>> 0
}

function crcTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    tables[0][byte] = value
  }
  for (let byte = 0; byte < 256; byte++) {
    for (let table = 1; table < 4; table++) {
      const before = tables[table - 1]![byte]!
      tables[table]![byte] = tables[0][before & 0xff]! ^ (before >>> 8)
    }
  }
  return tables
}
