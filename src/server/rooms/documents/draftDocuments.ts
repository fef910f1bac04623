import { findKind } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { insertDrafts, listStored } from './documents.store.ts'
import { kindContents } from './kinds/kindContent.ts'
import { loadSource } from './documentYear.ts'

/** Drafts a document of a kind: one, or one for each appraised unit that has none yet. `documentTooEarly`, `documentUnitWanted`, `unitNotAppraised`, `notFound`. */
export async function draftDocuments({
  context,
  actor,
  change,
  params: { year },
  body: { kind: id, unit, all },
}: Served<'POST /api/years/:year/documents'>): Promise<
  Answered<'POST /api/years/:year/documents'> | Refusal
> {
  const kind = findKind(id)
  if (kind === undefined) return refuse('notFound', { what: '这个文种' })
  const source = await loadSource(context.db, kind, year)
  if (isRefusal(source)) return source
  const { places, units } = source.scored
  if (kind.per === 'unit' && all !== true) {
    if (unit === undefined) return refuse('documentUnitWanted', { name: kind.name })
    if (!places.has(unit)) return refuse('unitNotAppraised', { unit: units.get(unit)?.name ?? unit })
  }
  const draw = kindContents[id]!
  if (all !== true) {
    const content = draw(source, unit)
    if (isRefusal(content)) return content
  }
  return change(async tx => {
    const there = new Set((await listStored(tx, year)).filter(row => row.kind === id).map(row => row.unit))
    const wanted =
      kind.per === 'year'
        ? [null]
        : all === true
          ? [...places.keys()].filter(one => !there.has(one) && !isRefusal(draw(source, one)))
          : [unit!]
    const by = { draftedBy: actor.name, draftedAt: context.now().toISOString() }
    const drafts = wanted.map(one => ({ id: context.newId(), year, kind: id, unit: one, ...by }))
    const made = await insertDrafts(tx, drafts)
    const known = made[0] ?? (await listStored(tx, year)).find(isDraftOf(id, wanted[0] ?? null))?.id
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

function isDraftOf(kind: string, unit: string | null) {
  return (row: { readonly kind: string; readonly unit: string | null; readonly hash: string | null }) =>
    row.kind === kind && row.unit === unit && row.hash === null
}
