import { findKind } from '../../../contract/documents/documentKinds.ts'
import { type Day, dayIn, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { localDay } from '../../platform/localDays.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { findDocument, findIssuer } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { type DocumentSource, loadSource } from './documentYear.ts'
import { staleDraft } from './editDraft.ts'
import { templateOf } from './fillInThread.ts'
import { type Issuing, keepIssues } from './keepIssues.ts'

/** Issues a document (印发): takes its number, fills its template and keeps the file with its hash. `notFound`, `documentIssuedAlready`, `documentNumberTaken`, `documentTooEarly`, `issuedInFuture`, `issuedBeforeBasis`, `staleRevision`. */
export async function issueDocument({
  context,
  actor,
  change,
  params: { year, document },
  body: { issuer, day, number, revision },
}: Served<'POST /api/years/:year/documents/:document/issue'>): Promise<
  Answered<'POST /api/years/:year/documents/:document/issue'> | Refusal
> {
  const draft = await findDocument(context.db, year, document)
  const { key: owner } = ownerOf(actor)
  if (draft === undefined || draft.owner !== owner) return refuse('notFound', { what: '这份文件' })
  const to = await prepareIssue(context, { year, kind: draft.kind, owner, issuer, day, by: actor.name })
  if (isRefusal(to)) return to
  if (draft.hash === null && draft.revision !== revision) return staleDraft(draft)
  return keepIssues(context.db, change, to, {
    wanted: number,
    list: async () => [(await findDocument(context.db, year, document)) ?? draft],
    done: ([issue]) => ({ number: issue!.printed, hash: issue!.record.hash }),
  })
}

interface Wanted {
  readonly year: number
  readonly kind: string
  readonly owner: string
  readonly issuer: string
  readonly day: Day
  readonly by: string
}

/** Gathers what an issue needs. `notFound`, `documentTooEarly`, `issuedInFuture`, `issuedBeforeBasis`. */
export async function prepareIssue(
  context: AppContext,
  { year, kind: id, owner, issuer: issuerId, day, by }: Wanted,
): Promise<Issuing | Refusal> {
  const { db, today, now } = context
  const kind = findKind(id)
  if (kind === undefined) return refuse('notFound', { what: '这个文种' })
  if (day > today()) return refuse('issuedInFuture', { day: printDay(day) })
  const issuer = await findIssuer(db, issuerId)
  if (issuer === undefined || issuer.owner !== owner) return refuse('notFound', { what: '这个发文机关' })
  const source = await loadSource(context, kind, year)
  if (isRefusal(source)) return source
  const from = earliestDay(source, today())
  if (day < from) return refuse('issuedBeforeBasis', { name: kind.name, from: printDay(from) })
  return { source, template: (await templateOf(db, id))!, issuer, day, by, now }
}

/** Returns the earliest day of issue: that of the seal whose figures it states, or else the first of the year. */
function earliestDay({ scored: { year }, seal }: DocumentSource, today: Day): Day {
  if (seal === undefined) return dayIn(year, '01-01')
  const sealed = localDay(new Date(seal.at))
  return sealed < today ? sealed : today
}
