import { unseal } from '../../platform/keys/sealing.ts'
import type { SealedNumber } from './readFrameFile.ts'

/** Opens a sealed number with the name of its person. */
export function openNumber(key: Uint8Array, survey: string, sealed: Uint8Array): SealedNumber {
  const [number = '', person = ''] = unseal(key, sealed, `number:${survey}`).toString().split('\t')
  return { number, person }
}
