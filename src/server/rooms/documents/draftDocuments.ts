import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { documentKinds, findKind } from '../../../contract/documents/documentKinds.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Change, createChange } from '../../platform/change/change.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import type { JobContext, JobFile } from '../../platform/jobs/createJobs.ts'
import { csvFile } from '../../platform/jobs/csvFile.ts'
import { startJob } from '../../platform/jobs/startJob.ts'
import { insertDrafts, listStored, type StoredDocument } from './documents.store.ts'
import { readCycle, type StoredCycle } from '../../year/lifecycle.store.ts'
import { type DocumentOwner, isIssuedBy, ownerOf } from './documentOwner.ts'
import { type DocumentSource, loadSource, whyNotDraw } from './documentYear.ts'
import type { Target } from './kinds/kindContent.ts'

/** More drafts than these are made in the background, so many in one transaction. */
const AT_ONCE = 50

/** Drafts a document of a kind: one, or one for each that has none yet; many in the background. `documentTooEarly`, `documentUnitWanted`, `unitNotAppraised`, `nothingToDraft`, `tooManyJobs`, `notFound`, and why the one wanted cannot be. */
export async function draftDocuments({
  context,
  actor,
  change,
  params: { year },
  body: { kind: id, unit, all },
}: Served<'POST /api/years/:year/documents'>): Promise<
  Answered<'POST /api/years/:year/documents'> | Refusal
> {
  const [kind, owner] = [findKind(id), ownerOf(actor)]
  if (kind === undefined || !isIssuedBy(kind, owner)) return refuse('notFound', { what: '这个文种' })
  const source = await loadSource(context, kind, year)
  if (isRefusal(source)) return source
  const isAll = all === true || kind.per === 'each'
  const whose = kind.per === 'unit' ? (owner.unit ?? unit) : null
  if (whose === undefined && !isAll) return refuse('documentUnitWanted', { name: kind.name })
  const isOne = !isAll || (kind.per === 'unit' && owner.unit !== undefined)
  const wanted = isOne ? wantOne(source, whose ?? null) : listAble(source, owner)
  if (isRefusal(wanted)) return wanted
  if (wanted.length === 0) return refuse('nothingToDraft', { name: kind.name, why: kind.lacks ?? '' })
  const to: Drafting = { context, year, kind, owner, by: actor.name }
  const open = isOne ? wanted : withoutDocument(wanted, await listOwn(context.db, to))
  if (open.length <= AT_ONCE)
    return change(async tx => {
      const made = await keepDrafts(tx, to, open)
      const answer = {
        made: made.length,
        ...(wanted.length === 1 && { document: await onlyDraft(tx, to, made, wanted[0]!) }),
      }
      return { answer, events: [eventOf(to, made.length)] }
    })
  return startJob(
    { context, actor, change },
    {
      kind: 'draftDocuments',
      name: `起草${year}年度${kind.name}`,
      year,
      event: { kind: 'documentsDrafting', year, values: { name: kind.name, count: open.length } },
      work: desk => draftAll(to, source, open, createChange(context, actor), desk),
    },
  )
}

/** What is drafted, and by whom. */
interface Drafting {
  readonly context: AppContext
  readonly year: number
  readonly kind: DocumentKind
  readonly owner: DocumentOwner
  readonly by: string
}

async function listOwn(db: Database | Transaction, { year, kind, owner }: Drafting) {
  return (await listStored(db, year)).filter(row => row.kind === kind.id && row.owner === owner.key)
}

/** The draft of what was wanted alone, also if there was one already. */
async function onlyDraft(tx: Transaction, to: Drafting, [made]: readonly string[], wanted: Target) {
  const key = keyOf(wanted)
  return made ?? (await listOwn(tx, to)).find(row => row.hash === null && keyOf(row) === key)?.id
}

function withoutDocument(wanted: readonly Target[], stored: readonly StoredDocument[]): readonly Target[] {
  const there = new Set(stored.map(keyOf))
  return wanted.filter(one => !there.has(keyOf(one)))
}

/** Keeps drafts; there is one of a kind for a unit, whoever else drafts. */
async function keepDrafts(
  tx: Transaction,
  to: Drafting,
  some: readonly Target[],
): Promise<readonly string[]> {
  const { context, year, kind, owner, by } = to
  const same = { year, kind: kind.id, owner: owner.key }
  const drafted = { draftedBy: by, draftedAt: context.now().toISOString() }
  const drafts = some.map(one => ({ id: context.newId(), ...same, ...one, ...drafted }))
  return insertDrafts(tx, drafts)
}

function eventOf({ year, kind }: Drafting, count: number) {
  return { kind: 'documentsDrafted', year, values: { name: kind.name, count } } as const
}

/** Drafts portion by portion; the file lists what was drafted, and why the others were not. */
async function draftAll(
  to: Drafting,
  source: DocumentSource,
  open: readonly Target[],
  change: Change,
  { tell, signal }: JobContext,
): Promise<JobFile> {
  for (let at = 0; at < open.length && !signal.aborted; at += AT_ONCE) {
    const kept = await change(async tx => {
      const made = (await keepDrafts(tx, to, open.slice(at, at + AT_ONCE))).length
      return { answer: made, events: [eventOf(to, made)] }
    })
    if (isRefusal(kept)) throw new Error(`documents were not drafted: ${kept.code}`)
    tell('起草', Math.min(0.99, (at + AT_ONCE) / open.length))
  }
  const lines = [['单位或事项', '起草情况']]
  for (const one of ownTargets(source, to.owner)) {
    const content = source.draw(one)
    const what = one.about || (source.scored.units.get(one.unit ?? '')?.name ?? '')
    lines.push([what, isRefusal(content) ? `没有起草：${sentenceOfRefusal(content)}` : '已起草'])
  }
  return csvFile(`${to.year}年度${to.kind.name}起草清单`, lines)
}

type Open = Answered<'GET /api/years/:year/documents/open'>['kinds'][number]

/** Counts for each kind what has no document yet; where none can be drafted, says why and where to see to it. `notFound`. */
export async function countOpen({
  context,
  actor,
  params: { year },
}: Served<'GET /api/years/:year/documents/open'>): Promise<{ kinds: Open[] } | Refusal> {
  const cycle = await readCycle(context.db, year)
  if (cycle === undefined) return refuse('notFound', { what: `${year}年度` })
  const owner = ownerOf(actor)
  const stored = (await listStored(context.db, year)).filter(row => row.owner === owner.key)
  const kinds: Open[] = []
  for (const kind of documentKinds.filter(one => isIssuedBy(one, owner)))
    kinds.push({
      kind: kind.id,
      ...(await openOf(
        context,
        cycle,
        owner,
        kind,
        stored.filter(row => row.kind === kind.id),
      )),
    })
  return { kinds }
}

async function openOf(
  context: AppContext,
  cycle: StoredCycle,
  owner: DocumentOwner,
  kind: DocumentKind,
  stored: readonly StoredDocument[],
): Promise<Omit<Open, 'kind'>> {
  const tooEarly = whyNotDraw(kind, cycle)
  if (tooEarly !== undefined)
    return owner.party === 'committee'
      ? { open: 0, whyNot: tooEarly, source: { page: 'seals', name: '封存与审定' } }
      : { open: 0, whyNot: '结果还没有审定，审定后再办' }
  const source = await loadSource(context, kind, cycle.row.year)
  if (isRefusal(source)) return { open: 0, whyNot: sentenceOfRefusal(source) }
  const able = listAble(source, owner)
  const open = withoutDocument(able, stored).length
  if (able.length > 0 || stored.length > 0) return { open }
  const [page, name] = kind.source ?? []
  return { open, whyNot: kind.lacks, ...(page && name && { source: { page, name } }) }
}

function ownTargets({ targets }: DocumentSource, { unit }: DocumentOwner): readonly Target[] {
  return targets.filter(one => unit === undefined || one.unit === unit)
}

function listAble(source: DocumentSource, owner: DocumentOwner): readonly Target[] {
  return ownTargets(source, owner).filter(one => !isRefusal(source.draw(one)))
}

function wantOne(source: DocumentSource, unit: string | null): readonly Target[] | Refusal {
  const one = { unit, subject: '', about: '' }
  const content = source.draw(one)
  return isRefusal(content) ? content : [one]
}

function keyOf({ unit, subject }: Pick<Target, 'unit' | 'subject'>): string {
  return subject === '' ? (unit ?? '') : ` ${subject}`
}
