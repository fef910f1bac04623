import { createSecretKey, type KeyObject } from 'node:crypto'
import type { Answers } from '../../../domain/campaign/survey/questionnaire.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { KeyStore } from '../../platform/keys/keyStore.ts'
import { sealValue, unsealValue } from '../../platform/keys/sealing.ts'

/** What is sealed of an interview: the answers, and what would betray them beside the case, such as how long the call took. */
export interface SealedContent {
  readonly answers: Answers
  readonly startedAt: string
  readonly seconds?: number
  readonly interviewer?: string
  readonly outcome?: 'complete' | 'partial'
}

/** Bytes of every sealed sheet, and of its answers at most. */
const [SIZE, ANSWERS] = [4000, 3750]

/** Checks that answers fit into a sheet. `answersTooLong`. */
export function checkLength(answers: Answers): Refusal | undefined {
  return Buffer.byteLength(JSON.stringify(answers)) > ANSWERS ? refuse('answersTooLong', {}) : undefined
}

/** Seals an interview under the key of its unit. */
export function sealSheet(key: Uint8Array, survey: string, content: SealedContent): Uint8Array {
  return sealValue(key, content, `sheet:${survey}`, SIZE)
}

/** Opens a sealed interview. */
export function openSheet(key: Uint8Array | KeyObject, survey: string, sheet: Uint8Array): SealedContent {
  return unsealValue<SealedContent>(key, sheet, `sheet:${survey}`)
}

/** Opens many sealed sheets, each key read once; `undefined` if a key is lost. */
export async function openSheets<R extends { readonly key: string; readonly sheet: Uint8Array }>(
  keys: KeyStore,
  survey: string,
  rows: readonly R[],
): Promise<readonly (Omit<R, 'sheet'> & { readonly content: SealedContent })[] | undefined> {
  const read = new Map<string, KeyObject>()
  for (const name of new Set(rows.map(({ key }) => key))) {
    const key = await keys.read(survey, name)
    if (key === undefined) return undefined
    read.set(name, createSecretKey(key))
  }
  const opened = []
  for (const { sheet, ...rest } of rows) {
    opened.push({ ...rest, content: openSheet(read.get(rest.key)!, survey, sheet) })
  }
  return opened
}
