import type { AppContext } from '../../../platform/appContext.ts'
import { plainFileName } from '../../../platform/http/plainFileName.ts'
import type { CasePart } from '../../../year/casePart.ts'
import { listMeetings } from '../meeting.store.ts'
import { findBox } from './ballots.store.ts'

/** Adds what the year's meetings published of their ballots to its case file; whole sheets stay with the office. */
export async function* ballotCaseParts({ db }: AppContext, year: number): AsyncGenerator<CasePart> {
  for (const [at, { id, name }] of (await listMeetings(db, year)).entries()) {
    const box = await findBox(db, id)
    if (box?.state !== 'published') continue
    const path = `计票/${at + 1}-${plainFileName(name)}.json`
    yield { path, title: `“${name}”公布的计票和回执`, bytes: Buffer.from(box.publishedFile!) }
  }
}
