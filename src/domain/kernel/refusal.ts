import type { Citation } from './citation.ts'
import type { FactRefusalValues } from './factRefusals.ts'
import type { ReadingNoticeValues, ReadingRefusalValues } from './readingRefusals.ts'
import type { DrawRefusalValues } from './drawRefusals.ts'
import type { RoundsRefusalValues } from './roundsRefusals.ts'
import type { SheetsRefusalValues } from './sheetsRefusals.ts'
import type { KnowledgeRefusalValues } from './knowledgeRefusals.ts'
import type { MeetingsRefusalValues } from './meetingsRefusals.ts'
import type { FollowUpRefusalValues } from './followUpRefusals.ts'
import type { RectifyRefusalValues } from './rectifyRefusals.ts'
import type { ReportsRefusalValues } from './reportsRefusals.ts'
import type { PublishRefusalValues } from './publishRefusals.ts'
import type { SurveyRefusalValues } from './surveyRefusals.ts'
import type { YearRefusalValues } from './yearRefusals.ts'

/**
 * A refusal (拒绝): an expected "no" as a value, with a permanent code, its numbers and, where one applies,
 * the clause. The Chinese sentences are in `contract/refusalSentences.ts`; the reader adds the position
 * (file, sheet, row).
 */
export type Refusal = RefusalOf<RefusalCode>

/** A refusal (拒绝) with one code. `Refusal` is not a union of these: with hundreds of codes the compiler would compare all pairs at every use. */
interface RefusalOf<C extends RefusalCode> {
  readonly code: C
  readonly values: RefusalValues[C]
  readonly citation?: Citation
}

/** The code of a refusal (拒绝代码). */
export type RefusalCode = keyof RefusalValues

/** The values of each refusal code (拒绝代码); a published code is never reused. */
export interface RefusalValues
  extends
    ReadingRefusalValues,
    ReadingNoticeValues,
    FactRefusalValues,
    YearRefusalValues,
    DrawRefusalValues,
    RoundsRefusalValues,
    SheetsRefusalValues,
    KnowledgeRefusalValues,
    MeetingsRefusalValues,
    FollowUpRefusalValues,
    RectifyRefusalValues,
    ReportsRefusalValues,
    PublishRefusalValues,
    SurveyRefusalValues {
  // the engine
  readonly rulingOpen: { readonly ruling: string; readonly question: string }
  readonly rulingMissing: { readonly topic: string }
  readonly cycleMismatch: { readonly scheme: number; readonly facts: number }
  readonly noSuchUnit: { readonly unit: string }
  // facts, one by one
  readonly unknownUnit: { readonly unit: string; readonly nearest?: string }
  readonly unitAmbiguous: { readonly unit: string; readonly fits: string }
  readonly unknownRow: { readonly row: string; readonly nearest?: string }
  readonly unknownRule: { readonly row: string; readonly rule: string; readonly known: string }
  readonly countNotWhole: { readonly count: number | string }
  readonly countTooLarge: { readonly count: number; readonly most: number }
}

/** Creates a refusal (拒绝). */
export function refuse<C extends RefusalCode>(
  code: C,
  values: RefusalValues[C],
  citation?: Citation,
): RefusalOf<C> {
  return citation === undefined ? { code, values } : { code, values, citation }
}

/** Checks whether a value is a refusal (拒绝). */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'values' in value
}
