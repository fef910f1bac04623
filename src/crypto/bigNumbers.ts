/** Reads bytes as one unsigned number, most significant byte first. (RFC 8017, OS2IP) */
export function toNumber(bytes: Uint8Array): bigint {
  let hex = '0x0'
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}

/** Writes an unsigned number into `length` bytes, most significant byte first; throws if it does not fit. (RFC 8017, I2OSP) */
export function toBytes(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0')
  if (hex.length > length * 2) throw new RangeError('number does not fit')
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at++) bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
  return bytes
}

/** Computes base ^ exponent mod modulus. For public values only: its time depends on the exponent. */
export function powerMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** Returns the inverse of a value, or undefined where it shares a factor with the modulus. */
export function inverseMod(value: bigint, modulus: bigint): bigint | undefined {
  let [older, newer] = [modulus, value % modulus]
  let [olderFactor, newerFactor] = [0n, 1n]
  while (newer > 0n) {
    const whole = older / newer
    ;[older, newer] = [newer, older - whole * newer]
    ;[olderFactor, newerFactor] = [newerFactor, olderFactor - whole * newerFactor]
  }
  if (older !== 1n) return undefined
  return olderFactor < 0n ? olderFactor + modulus : olderFactor
}
