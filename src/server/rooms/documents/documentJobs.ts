import { type ArchiveFile, archivePieces } from '../../../files/archivePieces.ts'
import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { createChange } from '../../platform/change/change.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { plainFileName } from '../../platform/http/plainFileName.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import type { JobContext, JobFile } from '../../platform/jobs/createJobs.ts'
import { csvFile } from '../../platform/jobs/csvFile.ts'
import { startJob } from '../../platform/jobs/startJob.ts'
import { loadYear } from '../../year/loadYear.ts'
import { listDrafts, listStored, readFiles, type StoredDocument } from './documents.store.ts'
import { whyNotIssue } from './composeDocument.ts'
import { ownerOf } from './documentOwner.ts'
import { prepareIssue } from './issueDocument.ts'
import { type Issuing, keepIssues, makeIssues } from './keepIssues.ts'
import { numberOf, titleOf } from './presentDocument.ts'

/** Documents issued in one transaction: an interruption loses none and takes no number twice. */
const AT_ONCE = 50

/** Issues all drafts of a kind in the background. `noDrafts`, `documentTooEarly`, `issuedInFuture`, `issuedBeforeBasis`, `tooManyJobs`, `notFound`. */
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
  const drafts = await listDrafts(context.db, year, id, owner)
  const count = drafts.length
  if (count === 0) return refuse('noDrafts', { name })
  const whys = drafts.map(row => whyNotIssue(to.source, row))
  if (whys[0] !== undefined && whys.every(why => why !== undefined)) return whys[0]
  return startJob(
    { context, actor, change },
    {
      kind: 'issueDocuments',
      name: `印发${year}年度${name}`,
      year,
      event: { kind: 'documentsIssuing', year, values: { name, count } },
      work: desk => issueDrafts(context, actor, to, id, desk),
    },
  )
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
  const lines = [['发文字号', '标题', '单位', '文件指纹或没有印发的原因']]
  const nameOf = (unit: string | null) => units.get(unit ?? '')?.name ?? ''
  // A unit that is no longer appraised, or whose draft lacks something, keeps its draft and holds nobody up.
  const listAt = (at: number) => async () => {
    const wanted = all.slice(at, at + AT_ONCE).map(({ id }) => id)
    return (await listDrafts(context.db, year, kind, owner, wanted)).filter(
      row => !whyNotIssue(to.source, row),
    )
  }
  let made = await makeIssues(context.db, to, listAt(0))
  for (let at = 0; at < all.length && !signal.aborted; at += AT_ONCE) {
    if (isRefusal(made)) throw new Error(`documents were not made: ${made.code}`)
    // While some are kept, the files of the next ones are made.
    const next = await makeIssues(context.db, to, listAt(at + AT_ONCE), made.first + made.count)
    const kept = await keepIssues(context.db, createChange(context, actor), to, {
      list: listAt(at),
      isBatch: true,
      made,
      done: issues =>
        issues.map(({ draft: { unit }, printed, record: { title, hash } }) => [
          printed,
          title,
          nameOf(unit),
          hash,
        ]),
    })
    if (isRefusal(kept)) throw new Error(`documents were not issued: ${kept.code}`)
    lines.push(...kept)
    tell('印发', Math.min(0.99, (at + AT_ONCE) / all.length))
    made = next
  }
  const { name } = findKind(kind)!
  let left = 0
  for (const row of await listDrafts(context.db, year, kind, owner)) {
    const why = whyNotIssue(to.source, row)
    if (why === undefined) continue
    left++
    lines.push(['没有印发', row.edits.title || name, nameOf(row.unit), sentenceOfRefusal(why)])
  }
  return csvFile(`${year}年度${name}印发登记${left === 0 ? '' : `，${left}份没有印发`}`, lines)
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
  return startJob(
    { context, actor, change },
    {
      kind: 'packDocuments',
      name: `打包${year}年度${kind.name}`,
      year,
      event: { kind: 'documentsPacked', year, values: { name: kind.name, count: valid.length } },
      work: desk => packAll(context, year, kind, valid, desk),
    },
  )
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
    pieces: archivePieces(filesOf(context, rows, nameOf, desk)),
  }
}

/** Reads the files of one portion at a time. */
async function* filesOf(
  { db }: AppContext,
  rows: readonly StoredDocument[],
  nameOf: (row: StoredDocument) => string,
  { tell, signal }: JobContext,
): AsyncGenerator<ArchiveFile> {
  for (let at = 0; at < rows.length && !signal.aborted; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE)
    const bytes = await readFiles(
      db,
      some.map(({ hash }) => hash!),
    )
    for (const row of some)
      yield {
        path: `${plainFileName(`${numberOf(row)!} ${nameOf(row)}`)}.docx`,
        bytes: bytes.get(row.hash!)!,
      }
    tell('打包', Math.min(0.99, (at + AT_ONCE) / rows.length))
  }
}
