/** 方案版本的拒绝: drafts, promulgation, rulings, files. */
export interface SchemeRefusalValues {
  readonly schemePromulgated: { readonly number: number }
  readonly schemeNotPromulgated: { readonly number: number }
  readonly schemeHasFaults: { readonly count: number; readonly first: string }
  readonly schemeUnchanged: { readonly number: number }
  readonly schemeDraftExists: { readonly number: number }
  readonly schemeDraftInUse: { readonly number: number; readonly by: number }
  readonly schemeOtherCycle: { readonly scheme: number; readonly year: number }
  readonly rulingAnswerInvalid: { readonly ruling: string; readonly faults: string }
  readonly schemeArchiveBroken: { readonly file: string }
  readonly schemeFileMissing: { readonly found: string }
}
