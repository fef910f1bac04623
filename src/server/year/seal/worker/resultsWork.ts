import type { ResultsFile } from '../../../../contract/results/resultsSchema.ts'
import type { SchemeFile } from '../../../../contract/scheme/schemeSchema.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import type { FactPage } from '../../facts.store.ts'

/** The origin of results: a year as it is now, in texts as read from the database, or a sealed document, compressed. */
export type ResultsOrigin =
  | {
      readonly kind: 'live'
      readonly scheme: SchemeFile
      readonly roster: string
      readonly history: string
      readonly facts: readonly FactPage[]
    }
  | { readonly kind: 'sealed'; readonly document: Uint8Array }

/** The mark of a seal, as in exports. */
export interface SealMark {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly state: string
  readonly trail: { readonly seq: number; readonly root: string }
}

/** The results to make: the document to be sealed, or a file to download. */
export interface ResultsWork {
  readonly make: 'seal' | 'results' | 'workbook'
  readonly origin: ResultsOrigin
  readonly engine: string
  readonly asOf: Day
  readonly seal?: SealMark
}

/** The results made; `document` is compressed for a seal. */
export interface ResultsMade {
  readonly hashes: ResultsFile['hashes']
  readonly units: number
  readonly bytes: readonly Uint8Array[]
  readonly history?: Uint8Array
  readonly places?: Uint8Array
}
