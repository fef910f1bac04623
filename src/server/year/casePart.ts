import type { AppContext } from '../platform/appContext.ts'

/** A file of a case file (案卷): its path in the archive, what it is, and its bytes. */
export interface CasePart {
  readonly path: string
  readonly title: string
  readonly bytes: Uint8Array
}

/** Lists the files that one room adds to the case file of a year; `upTo` is the last line of the trail that the case file has. */
export type ListCaseParts = (context: AppContext, year: number, upTo: number) => AsyncIterable<CasePart>
