import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { Refusal } from '../../../domain/kernel/refusal.ts'

/** 数据库不能使用: thrown while opening or migrating, when there is nothing to go on with; its message is the refusal's Chinese sentence. */
export class DatabaseRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(sentenceOfRefusal(refusal), { cause })
    this.name = 'DatabaseRefused'
    this.refusal = refusal
  }
}
