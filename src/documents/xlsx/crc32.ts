const TABLE = crcTable()

/** 校验和的起点. */
export const CRC_START = 0xffffffff

/** 校验和累计 (CRC-32 as in zip): fold one more chunk into a running state. */
export function crcUpdate(state: number, bytes: Uint8Array): number {
  let crc = state
  for (let at = 0; at < bytes.length; at++) crc = TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return crc
}

/** 校验和的结果. */
export function crcEnd(state: number): number {
  return (state ^ 0xffffffff) >>> 0
}

function crcTable(): Int32Array {
  const table = new Int32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    table[byte] = value
  }
  return table
}
