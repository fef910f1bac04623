import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { documentKinds, findKind } from '../../../contract/documents/documentKinds.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { insertDrafts, listStored, type StoredDocument } from './documents.store.ts'
import { readCycle, type StoredCycle } from '../../year/lifecycle.store.ts'
import { type DocumentOwner, isIssuedBy, ownerOf } from './documentOwner.ts'
import { type DocumentSource, loadSource, whyNotDraw } from './documentYear.ts'
import type { Target } from './kinds/kindContent.ts'

/** Drafts a document of a kind: one, or one for each that has none yet. `documentTooEarly`, `documentUnitWanted`, `unitNotAppraised`, `nothingToDraft`, `notFound`, and why the one wanted cannot be. */
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
  return change(async tx => {
    const stored = (await listStored(tx, year)).filter(row => row.kind === id && row.owner === owner.key)
    const there = new Set(stored.map(keyOf))
    const by = { draftedBy: actor.name, draftedAt: context.now().toISOString() }
    const drafts = wanted
      .filter(one => isOne || !there.has(keyOf(one)))
      .map(one => ({ id: context.newId(), year, kind: id, owner: owner.key, ...one, ...by }))
    const made = await insertDrafts(tx, drafts)
    const first = keyOf(wanted[0]!)
    const known = made[0] ?? stored.find(row => row.hash === null && keyOf(row) === first)?.id
    const answer = {
      made: made.length,
      ...(wanted.length === 1 && known !== undefined && { document: known }),
    }
    return {
      answer,
      events: [{ kind: 'documentsDrafted', year, values: { name: kind.name, count: made.length } }],
    }
  })
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
    return { open: 0, whyNot: tooEarly, source: { page: 'seals', name: '封存与审定' } }
  const source = await loadSource(context, kind, cycle.row.year)
  if (isRefusal(source)) return { open: 0, whyNot: sentenceOfRefusal(source) }
  const able = listAble(source, owner)
  const there = new Set(stored.map(keyOf))
  const open = able.filter(one => !there.has(keyOf(one))).length
  if (able.length > 0 || stored.length > 0) return { open }
  const [page, name] = kind.source ?? []
  return { open, whyNot: kind.lacks, ...(page && name && { source: { page, name } }) }
}

function listAble(source: DocumentSource, { unit }: DocumentOwner): readonly Target[] {
  const own = source.targets.filter(one => unit === undefined || one.unit === unit)
  return own.filter(one => !isRefusal(source.draw(one)))
}

function wantOne(source: DocumentSource, unit: string | null): readonly Target[] | Refusal {
  const one = { unit, subject: '', about: '' }
  const content = source.draw(one)
  return isRefusal(content) ? content : [one]
}

function keyOf({ unit, subject }: Pick<Target, 'unit' | 'subject'>): string {
  return subject === '' ? (unit ?? '') : ` ${subject}`
}
