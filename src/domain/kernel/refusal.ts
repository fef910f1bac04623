import type { Citation } from './citation.ts'
import type { FactRefusalValues } from './factRefusals.ts'
import type { ReadingNoticeValues, ReadingRefusalValues } from './readingRefusals.ts'
import type { DrawRefusalValues } from './drawRefusals.ts'
import type { RoundsRefusalValues } from './roundsRefusals.ts'
import type { SheetsRefusalValues } from './sheetsRefusals.ts'
import type { KnowledgeRefusalValues } from './knowledgeRefusals.ts'
import type { YearRefusalValues } from './yearRefusals.ts'

/**
 * 拒绝: an expected "no" as a value, with a permanent code, the numbers in it and, where one applies, the clause.
 * The Chinese sentence for each code is in `contract/refusalSentences.ts`; where it happened (file, sheet, row) is added by the reader.
 */
export type Refusal = RefusalOf<RefusalCode>

/** 某一代码的拒绝. `Refusal` is not a union of these: with some hundreds of codes the compiler would compare each with each at every use. */
export interface RefusalOf<C extends RefusalCode> {
  readonly code: C
  readonly values: RefusalValues[C]
  readonly citation?: Citation
}

/** 拒绝代码. */
export type RefusalCode = keyof RefusalValues

/** 各代码所带的数值; a code, once published, is never used for something else. */
export interface RefusalValues
  extends
    ReadingRefusalValues,
    ReadingNoticeValues,
    FactRefusalValues,
    YearRefusalValues,
    DrawRefusalValues,
    RoundsRefusalValues,
    SheetsRefusalValues,
    KnowledgeRefusalValues {
  // the engine
  readonly rulingOpen: { readonly ruling: string; readonly question: string }
  readonly rulingMissing: { readonly topic: string }
  readonly cycleMismatch: { readonly scheme: number; readonly facts: number }
  readonly noSuchUnit: { readonly unit: string }
  // facts, one by one
  readonly unknownUnit: { readonly unit: string; readonly nearest?: string }
  readonly unknownRow: { readonly row: string; readonly nearest?: string }
  readonly unknownRule: { readonly row: string; readonly rule: string; readonly known: string }
  readonly countNotWhole: { readonly count: number | string }
  readonly countTooLarge: { readonly count: number; readonly most: number }
}

/** 拒绝的构造. */
export function refuse<C extends RefusalCode>(
  code: C,
  values: RefusalValues[C],
  citation?: Citation,
): RefusalOf<C> {
  return citation === undefined ? { code, values } : { code, values, citation }
}

/** 是否拒绝, told from any other value that a function may answer with. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'values' in value
}

/** 是否某一代码的拒绝, with the numbers that go with it. */
export function isRefusedFor<C extends RefusalCode>(refusal: Refusal, code: C): refusal is RefusalOf<C> {
  return refusal.code === code
}
