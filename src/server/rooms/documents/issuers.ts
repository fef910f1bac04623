import { type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { ownerOf } from './documentOwner.ts'
import { findIssuer, lastNumber, listIssuers, saveIssuer, type StoredIssuer } from './documents.store.ts'

type Issuer = Answered<'PUT /api/documents/issuers/:issuer'>

/** Lists one's own issuing bodies (发文机关) with their last numbers of this year. */
export async function viewIssuers({
  context,
  actor,
}: Served<'GET /api/documents/issuers'>): Promise<{ issuers: Issuer[] }> {
  const year = Number(context.today().slice(0, 4))
  const rows = await listIssuers(context.db, ownerOf(actor).key)
  return { issuers: await Promise.all(rows.map(row => presentIssuer(context.db, row, year))) }
}

/** Registers an issuing body or changes it. `issuerNamesMissing`, `issuerWordWrong`, `issuerWordTaken`, `staleRevision`, `notFound`. */
export async function keepIssuer({
  context,
  actor,
  change,
  params: { issuer: id },
  body: { names, word, imprint, revision },
}: Served<'PUT /api/documents/issuers/:issuer'>): Promise<Issuer | Refusal> {
  if (names.length === 0) return refuse('issuerNamesMissing', {})
  if (!/^[\p{L}\p{N}（）]+$/u.test(word)) return refuse('issuerWordWrong', { word })
  return change(async tx => {
    const before = await findIssuer(tx, id, { forUpdate: true })
    const { key: owner } = ownerOf(actor)
    if (before !== undefined && before.owner !== owner) return refuse('notFound', { what: '这个发文机关' })
    if ((before?.revision ?? 0) !== revision) return staleRevision('发文机关', before?.keptBy, before?.keptAt)
    const by = { keptBy: actor.name, keptAt: context.now().toISOString() }
    const saved = await saveIssuer(tx, { id, owner, names, word, imprint, revision: revision + 1, ...by })
    if (saved === undefined) return refuse('issuerWordTaken', { word })
    return {
      answer: await presentIssuer(tx, saved, Number(context.today().slice(0, 4))),
      events: [{ kind: 'issuerKept', values: { names: names.join('、'), word } }],
    }
  })
}

async function presentIssuer(
  db: Database | Transaction,
  { id, names, word, imprint, revision }: StoredIssuer,
  year: number,
): Promise<Issuer> {
  return { id, names: [...names], word, imprint, revision, last: await lastNumber(db, word, year) }
}
