import type { AppContext } from '../../platform/appContext.ts'
import { plainFileName } from '../../platform/http/plainFileName.ts'
import type { CasePart } from '../../year/casePart.ts'
import { listStored, readFiles, readIssued } from './documents.store.ts'
import { numberOf, titleOf } from './presentDocument.ts'

/** Adds the documents to the case file of a year that the trail records as issued, each by its number. */
export async function* documentCaseParts(
  { db }: AppContext,
  year: number,
  upTo: number,
): AsyncGenerator<CasePart> {
  const noted = await readIssued(db, year, upTo)
  const issued = (await listStored(db, year)).filter(({ hash }) => hash !== null && noted.has(hash))
  for (const row of issued.toReversed()) {
    const title = `${numberOf(row)!} ${titleOf(row)}`
    const bytes = (await readFiles(db, [row.hash!])).get(row.hash!)
    if (bytes !== undefined) yield { path: `公文/${plainFileName(numberOf(row)!)}.docx`, title, bytes }
  }
}
