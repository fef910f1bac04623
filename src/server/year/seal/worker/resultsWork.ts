import type { ResultsFile } from '../../../../contract/results/resultsSchema.ts'
import type { SchemeFile } from '../../../../contract/scheme/schemeSchema.ts'
import type { Day } from '../../../../domain/kernel/calendar.ts'
import type { FactPage } from '../../facts.store.ts'

/** 制作结果的来源: a year as it stands, in texts as the database gives them, or a sealed document, compressed. */
export type ResultsOrigin =
  | {
      readonly kind: 'live'
      readonly scheme: SchemeFile
      readonly roster: string
      readonly history: string
      readonly facts: readonly FactPage[]
    }
  | { readonly kind: 'sealed'; readonly document: Uint8Array }

/** 封存的标记, as exports carry it. */
export interface SealMark {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly state: string
  readonly trail: { readonly seq: number; readonly root: string }
}

/** 要制作的结果: the document to be sealed, or a file to be handed out. */
export interface ResultsWork {
  readonly make: 'seal' | 'results' | 'workbook'
  readonly origin: ResultsOrigin
  readonly engine: string
  readonly asOf: Day
  readonly seal?: SealMark
}

/** 制作完成的结果; `document` is compressed for a seal. */
export interface ResultsMade {
  readonly hashes: ResultsFile['hashes']
  readonly units: number
  readonly bytes: readonly Uint8Array[]
  readonly history?: Uint8Array
  readonly places?: Uint8Array
}

/** 线程的来信: how far it is, then what it made or why not. */
export type ResultsReply =
  | { readonly stage: string; readonly progress: number }
  | { readonly made: ResultsMade }
  | { readonly fault: string }
