import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { findMeeting, listSpeakers } from '../meetings/meeting.store.ts'
import { loadReports } from './reportContext.ts'
import { findVersion, listReportRows } from './reports.store.ts'

/** Phases in which voters may read: from the first slip to the close. */
const READING: readonly string[] = ['issued', 'running']

/** Lists whose reports voters of a meeting may read: handed in and not returned. It asks for no slip, so that reading leads to nobody's vote. */
export async function listReportsAtMeeting({
  context: { db },
  params: { meeting },
}: Served<'GET /api/vote/meetings/:meeting/reports'>) {
  return { units: [...(await readable(db, meeting)).handed.keys()] }
}

/** Shows the report of one who debriefs at a meeting, as it was handed in last. `notFound`. */
export async function readReportAtMeeting({
  context: { db },
  params: { meeting, unit },
}: Served<'GET /api/vote/meetings/:meeting/reports/:unit'>): Promise<
  Answered<'GET /api/vote/meetings/:meeting/reports/:unit'> | Refusal
> {
  const { year, handed } = await readable(db, meeting)
  const nth = handed.get(unit)
  const found = nth === undefined ? undefined : await findVersion(db, { year, unit }, nth)
  const ground = await loadReports(db, year)
  if (found === undefined || isRefusal(ground)) return refuse('notFound', { what: '这份述职报告' })
  const { title, sections } = found.content
  return {
    title,
    sections: sections.map(({ section, paragraphs }) => ({
      name: ground.terms.sections.find(({ id }) => id === section)?.name ?? '',
      paragraphs: paragraphs.map(({ text }) => text),
    })),
  }
}

async function readable(
  db: Database,
  meeting: string,
): Promise<{ readonly year: number; readonly handed: ReadonlyMap<string, number> }> {
  const stored = await findMeeting(db, meeting)
  if (stored === undefined || !READING.includes(stored.phase)) return { year: 0, handed: new Map() }
  const speakers = new Set(
    (await listSpeakers(db, [meeting]))
      .filter(({ removedWhy }) => removedWhy === null)
      .map(({ unit }) => unit),
  )
  const rows = await listReportRows(db, stored.year)
  return {
    year: stored.year,
    handed: new Map(
      rows
        .filter(({ unit, handedNth, state }) => speakers.has(unit) && handedNth > 0 && state !== 'returned')
        .map(({ unit, handedNth }) => [unit, handedNth]),
    ),
  }
}
