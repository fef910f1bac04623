import { unsealValue } from '../../platform/keys/sealing.ts'
import type { SealedNumber } from './readFrameFile.ts'

/** Opens a sealed number with the name of its person. */
export function openNumber(key: Uint8Array, survey: string, sealed: Uint8Array): SealedNumber {
  return unsealValue<SealedNumber>(key, sealed, `number:${survey}`)
}
