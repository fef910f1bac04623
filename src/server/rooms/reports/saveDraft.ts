import { decideReport } from '../../../domain/campaign/report/decideReport.ts'
import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { canonicalText } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { type LoadedReport, loadReport, staleReport } from './loadReport.ts'
import {
  changeReport,
  insertReport,
  keepVersion,
  listVersions,
  type ReportAddress,
  type ReportRow,
} from './reports.store.ts'

/** A draft that was replaced is kept as a version at least this often. */
const KEEP_MS = 3_600_000

/**
 * Saves a draft as it is typed. Typing is no act: it leaves no trail line, and the same text sent again is
 * the same save. `reportLocked`, `reportSectionUnknown`, `staleRevision`.
 */
export async function saveDraft({
  context,
  actor,
  params: address,
  body: { revision, content, keep },
}: Served<'PUT /api/years/:year/units/:unit/report'>): Promise<
  Answered<'PUT /api/years/:year/units/:unit/report'> | Refusal
> {
  return context.db.transaction(async tx => {
    const loaded = await loadReport(tx, address)
    if (isRefusal(loaded)) return loaded
    const { row, state } = loaded
    const decided = decideReport(state, { do: 'edit' }, context.today())
    if (isRefusal(decided)) return decided
    const mended = mendContent(loaded, content)
    if (isRefusal(mended)) return mended
    if (row !== undefined && canonicalText(row.content) === canonicalText(mended)) return savedOf(row)
    if ((row?.revision ?? 0) !== revision) return staleReport(row)
    if (row !== undefined) await keepReplaced(tx, context, actor, address, row, loaded, keep)
    const saved = await storeContent(tx, context, actor, address, row, mended)
    return saved === undefined ? staleReport(row) : savedOf(saved)
  })
}

/** Stores the text of a report; `undefined` if somebody else made the report meanwhile. */
export async function storeContent(
  tx: Transaction,
  context: Pick<AppContext, 'now'>,
  actor: Actor,
  address: ReportAddress,
  row: ReportRow | undefined,
  content: DebriefReport,
): Promise<ReportRow | undefined> {
  const values = { content, savedBy: actor.name, savedAt: context.now().toISOString() }
  if (row !== undefined) return changeReport(tx, address, values)
  const { year, unit } = address
  const fresh = { year, unit, state: 'draft' as const, ...values }
  return (await insertReport(tx, fresh))
    ? { ...fresh, slides: null, waiver: null, revision: 1, handedNth: 0, firstHandedOn: null }
    : undefined
}

function savedOf({ revision, savedAt }: ReportRow) {
  return { revision, savedAt: toInstant(savedAt) }
}

/** Keeps the text that is replaced: when asked to, and otherwise once an hour of writing. */
async function keepReplaced(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  address: ReportAddress,
  row: ReportRow,
  { ground }: LoadedReport,
  keep: boolean,
): Promise<void> {
  const words = measureReport(ground.terms, row.content).words
  if (words === 0) return
  const [last] = await listVersions(tx, address)
  const now = context.now()
  if (!keep && last !== undefined && now.getTime() - Date.parse(last.at) < KEEP_MS) return
  await keepVersion(tx, {
    ...address,
    kind: 'draft',
    content: row.content,
    words,
    byId: actor.id,
    by: actor.name,
    at: now.toISOString(),
  })
}

/** Checks that the parts are those of the scheme, and gives paragraphs of the same id one each. `reportSectionUnknown`. */
export function mendContent({ ground }: LoadedReport, content: DebriefReport): DebriefReport | Refusal {
  const { sections } = ground.terms
  const known = new Set(sections.map(({ id }) => id))
  const unknown = content.sections.find(({ section }) => !known.has(section))
  if (unknown !== undefined) {
    const names = sections.map(({ name }) => name).join('、')
    return refuse('reportSectionUnknown', { section: unknown.section, known: names })
  }
  const taken = new Set<string>()
  const free = (id: string): string => {
    let name = id
    for (let at = 2; taken.has(name); at++) name = `${id.slice(0, 35)}-${at}`
    taken.add(name)
    return name
  }
  return {
    ...content,
    sections: content.sections.map(({ section, paragraphs }) => ({
      section,
      paragraphs: paragraphs.map(one => ({ ...one, id: free(one.id) })),
    })),
  }
}
