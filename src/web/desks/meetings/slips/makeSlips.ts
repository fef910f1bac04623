import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { CODE_LENGTH, slipCodeFrom, slipHashOf, slipSecretOf } from '../../../../crypto/slipSecret.ts'

/** A slip as it is printed, and what the server knows it by. */
interface MadeSlip {
  readonly code: string
  readonly hash: string
}

/** Makes slips from the browser's secure generator. Pauses between, so that the page stays alive. */
export async function makeSlips(count: number, made: (so: number) => void): Promise<readonly MadeSlip[]> {
  const slips: MadeSlip[] = []
  while (slips.length < count) {
    const code = slipCodeFrom(randomBytes(CODE_LENGTH))
    slips.push({ code, hash: bytesToHex(slipHashOf(slipSecretOf(code))) })
    if (slips.length % 20 === 0) {
      made(slips.length)
      await new Promise(resolve => setTimeout(resolve))
    }
  }
  return slips
}
