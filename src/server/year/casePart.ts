import type { AppContext } from '../platform/appContext.ts'

/** A file of a case file (案卷): its path in the archive, what it is, and its bytes. */
export interface CasePart {
  readonly path: string
  readonly title: string
  readonly bytes: Uint8Array
}

/** Lists the files that one room adds to the case file of a year. */
export type ListCaseParts = (context: AppContext, year: number) => AsyncIterable<CasePart>
