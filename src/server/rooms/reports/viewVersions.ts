import { compareReports } from '../../../domain/campaign/report/compareReports.ts'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { copyContent, mayWriteFor } from './presentReport.ts'
import { findReport, findVersion, type ReportAddress, type VersionRow } from './reports.store.ts'

/** Shows one kept version; drafts to the writer alone. `notFound`. */
export async function viewVersion({
  context,
  actor,
  params: { nth, ...address },
}: Served<'GET /api/years/:year/units/:unit/report/versions/:nth'>): Promise<
  Answered<'GET /api/years/:year/units/:unit/report/versions/:nth'> | Refusal
> {
  const found = await readVersion(context, actor, address, nth)
  if (found === undefined) return refuse('notFound', { what: '述职报告的这一稿' })
  const { words, at, by, content } = found
  return { nth, words, at: toInstant(at), by, content: copyContent(content) }
}

/** Compares two versions paragraph by paragraph; without `to`, with the writer's draft or what was handed in last. `notFound`. */
export async function compareVersions({
  context,
  actor,
  params: address,
  query: { from, to },
}: Served<'GET /api/years/:year/units/:unit/report/differences'>): Promise<
  Answered<'GET /api/years/:year/units/:unit/report/differences'> | Refusal
> {
  const was = (await readVersion(context, actor, address, from))?.content
  const is = await laterContent(context, actor, address, to)
  if (was === undefined || is === undefined) return refuse('notFound', { what: '述职报告的这一稿' })
  const { title, paragraphs } = compareReports(was, is)
  const present = ({ pieces, ...one }: (typeof paragraphs)[number]) => ({
    ...one,
    pieces: pieces?.map(piece => ({ ...piece })),
  })
  return { title: title && present(title), paragraphs: paragraphs.map(present) }
}

async function laterContent(
  { db }: AppContext,
  actor: Actor,
  address: ReportAddress,
  nth: number | undefined,
): Promise<DebriefReport | undefined> {
  if (nth !== undefined) return (await readVersion({ db }, actor, address, nth))?.content
  const row = await findReport(db, address)
  if (row === undefined || mayWriteFor(actor, address.unit)) return row?.content
  return (await findVersion(db, address, row.handedNth))?.content
}

/** Finds a version that the actor may read. */
export async function readVersion(
  { db }: Pick<AppContext, 'db'>,
  actor: Actor,
  address: ReportAddress,
  nth: number,
): Promise<VersionRow | undefined> {
  const found = await findVersion(db, address, nth)
  return found?.kind === 'handedIn' || mayWriteFor(actor, address.unit) ? found : undefined
}
