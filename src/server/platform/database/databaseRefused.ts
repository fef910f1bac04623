import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'

/** Thrown while opening or migrating a database that cannot be used; its message is the refusal's Chinese sentence. */
export class DatabaseRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(sentenceOfRefusal(refusal), { cause })
    this.name = 'DatabaseRefused'
    this.refusal = refusal
  }
}
