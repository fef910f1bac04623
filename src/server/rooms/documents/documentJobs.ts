import { Zip, ZipPassThrough } from 'fflate'
import { PLAIN_ENTRY } from '../../../files/plainEntry.ts'
import { documentJobKinds } from '../../../contract/documents/documentJobKinds.ts'
import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { type Change, createChange } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { plainFileName } from '../../platform/http/plainFileName.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { type JobContext, type JobFile, jobsOf } from '../../platform/jobs/createJobs.ts'
import { countActive, insertJob } from '../../platform/jobs/jobs.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { listDrafts, listStored, readFiles, type StoredDocument } from './documents.store.ts'
import { ownerOf } from './documentOwner.ts'
import { prepareIssue } from './issueDocument.ts'
import { type Issuing, keepIssues } from './keepIssues.ts'
import { numberOf, titleOf } from './presentDocument.ts'

const MOST_AT_ONCE = 3

/** Documents issued in one transaction: an interruption loses none and takes no number twice. */
const AT_ONCE = 50

/** Issues all drafts of a kind in the background. `noDrafts`, `documentTooEarly`, `issuedInFuture`, `tooManyJobs`, `notFound`. */
export async function issueAll({
  context,
  actor,
  change,
  params: { year },
  body: { kind: id, issuer, day },
}: Served<'POST /api/years/:year/documents/issue'>): Promise<{ job: string } | Refusal> {
  const { key: owner } = ownerOf(actor)
  const to = await prepareIssue(context, { year, kind: id, owner, issuer, day, by: actor.name })
  if (isRefusal(to)) return to
  const { name } = findKind(id)!
  const count = (await listDrafts(context.db, year, id, owner)).length
  if (count === 0) return refuse('noDrafts', { name })
  return startJob(context, actor, change, {
    kind: 'issueDocuments',
    name: `印发${year}年度${name}`,
    year,
    event: { kind: 'documentsIssuing', year, values: { name, count } },
    work: desk => issueDrafts(context, actor, to, id, desk),
  })
}

async function issueDrafts(
  context: AppContext,
  actor: Actor,
  to: Issuing,
  kind: string,
  { tell, signal }: JobContext,
): Promise<JobFile> {
  const { year, units } = to.source.scored
  const { owner } = to.issuer
  const all = await listDrafts(context.db, year, kind, owner)
  const lines = ['发文字号,标题,单位,文件指纹']
  for (let at = 0; at < all.length && !signal.aborted; at += AT_ONCE) {
    const wanted = all.slice(at, at + AT_ONCE).map(({ id }) => id)
    // A unit that is no longer appraised keeps its draft, and holds nobody up.
    const list = async () =>
      (await listDrafts(context.db, year, kind, owner, wanted)).filter(row => !isRefusal(to.source.draw(row)))
    const kept = await keepIssues(context.db, createChange(context, actor), to, {
      list,
      isBatch: true,
      done: issues =>
        issues.map(({ draft: { unit }, printed, record: { title, hash } }) =>
          [printed, title, units.get(unit ?? '')?.name ?? '', hash].join(','),
        ),
    })
    if (isRefusal(kept)) throw new Error(`documents were not issued: ${kept.code}`)
    lines.push(...kept)
    tell('印发', Math.min(0.99, (at + AT_ONCE) / all.length))
  }
  return {
    name: `${year}年度${findKind(kind)!.name}印发登记.csv`,
    type: 'text/csv; charset=utf-8',
    pieces: [new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)],
  }
}

/** Packs all issued documents of a kind into one archive, in the background; what was corrected is left out. `nothingIssued`, `tooManyJobs`, `notFound`. */
export async function packDocuments({
  context,
  actor,
  change,
  params: { year },
  body: { kind: id },
}: Served<'POST /api/years/:year/documents/pack'>): Promise<{ job: string } | Refusal> {
  const kind = findKind(id)
  if (kind === undefined) return refuse('notFound', { what: '这个文种' })
  const { key, party } = ownerOf(actor)
  const all = (await listStored(context.db, year)).filter(
    row => row.kind === id && row.hash !== null && (party === 'committee' || row.owner === key),
  )
  const corrected = new Set(all.map(({ corrects }) => corrects))
  const valid = all.filter(row => !corrected.has(row.id))
  if (valid.length === 0) return refuse('nothingIssued', { name: kind.name })
  return startJob(context, actor, change, {
    kind: 'packDocuments',
    name: `打包${year}年度${kind.name}`,
    year,
    event: { kind: 'documentsPacked', year, values: { name: kind.name, count: valid.length } },
    work: desk => packAll(context, year, kind, valid, desk),
  })
}

async function packAll(
  context: AppContext,
  year: number,
  kind: DocumentKind,
  rows: readonly StoredDocument[],
  desk: JobContext,
): Promise<JobFile> {
  const roster = await loadYear(context.db, year)
  const nameOf = (row: StoredDocument): string =>
    row.unit === null || isRefusal(roster) ? titleOf(row) : (roster.units.get(row.unit)?.name ?? row.unit)
  return {
    name: `${year}年度${kind.name}.zip`,
    type: 'application/zip',
    pieces: packPieces(context, rows, nameOf, desk),
  }
}

/** Yields the archive as it grows: no more than the files of one portion are in memory. */
async function* packPieces(
  { db }: AppContext,
  rows: readonly StoredDocument[],
  nameOf: (row: StoredDocument) => string,
  { tell, signal }: JobContext,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(piece)
  })
  for (let at = 0; at < rows.length && !signal.aborted; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const bytes = await readFiles(
      db,
      some.map(({ hash }) => hash!),
    )
    for (const row of some) {
      const file = new ZipPassThrough(`${plainFileName(`${numberOf(row)!} ${nameOf(row)}`)}.docx`)
      zip.add(Object.assign(file, PLAIN_ENTRY))
      file.push(bytes.get(row.hash!)!, true)
    }
    yield Buffer.concat(made.splice(0))
    tell('打包', Math.min(0.99, (at + AT_ONCE) / rows.length))
  }
  zip.end()
  yield Buffer.concat(made)
}

interface NewWork {
  readonly kind: (typeof documentJobKinds)[number]
  readonly name: string
  readonly year: number
  readonly event: TrailEvent
  readonly work: (desk: JobContext) => Promise<JobFile>
}

/** Starts a background job; a repeated request gets its first one. `tooManyJobs`. */
export async function startJob(
  context: AppContext,
  actor: Actor,
  change: Change,
  { kind, name, year, event, work }: NewWork,
): Promise<{ job: string } | Refusal> {
  const id = context.newId()
  const made = await change<string>(async tx => {
    if ((await countActive(tx, actor.id)) >= MOST_AT_ONCE)
      return refuse('tooManyJobs', { most: MOST_AT_ONCE })
    await insertJob(tx, { id, kind, name, year, owner: actor.id }, context.now())
    return { answer: id, events: [event] }
  })
  if (isRefusal(made)) return made
  if (made === id) jobsOf(context).start(id, work)
  return { job: made }
}
