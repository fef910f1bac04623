import { and, eq, sql } from 'drizzle-orm'
import { readShape } from '../../../contract/shape/readShape.ts'
import { type SchemeFile, schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import type { SchemeVersionHead } from '../../../contract/scheme/schemeParts.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { schemeVersion } from './scheme.tables.ts'

/** A stored scheme version: its head and its content in file shape. */
export interface StoredScheme {
  readonly head: SchemeVersionHead
  readonly document: SchemeFile
}

/** The content of a new version to be written. */
interface NewScheme {
  readonly id: string
  readonly document: SchemeFile
  readonly hash: string
  readonly state: 'draft' | 'promulgated'
  readonly basedOn?: string
  readonly by: string
  readonly at: string
}

/** Lists the heads of scheme versions, newest first, including drafts unless excluded. */
export async function listVersions(
  db: Database | Transaction,
  { drafts }: { readonly drafts: boolean },
): Promise<readonly SchemeVersionHead[]> {
  const { rows } =
    await db.execute<HeadRow>(sql`${headsOf()} ${drafts ? sql`` : sql`where v.state = 'promulgated'`}
    order by v.cycle desc, v.scheme collate "C", v.number desc`)
  return rows.map(toHead)
}

/** Finds a scheme version; `forUpdate` locks the row until the transaction ends. */
export async function findVersion(
  db: Database | Transaction,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredScheme | undefined> {
  if (forUpdate) await db.execute(sql`select 1 from scheme_version where id = ${id} for update`)
  const { rows } = await db.execute<HeadRow & { readonly document: SchemeFile }>(
    sql`${headsOf(sql`v.document,`)} where v.id = ${id}`,
  )
  const row = rows[0]
  return row === undefined ? undefined : { head: toHead(row), document: row.document }
}

/** Finds the promulgated version with the same content. */
export async function findPromulgated(
  db: Database | Transaction,
  scheme: string,
  hash: string,
): Promise<SchemeVersionHead | undefined> {
  const { rows } = await db.execute<HeadRow>(
    sql`${headsOf()} where v.state = 'promulgated' and v.scheme = ${scheme} and v.hash = ${hash} limit 1`,
  )
  return rows[0] && toHead(rows[0])
}

/** Lists the numbers of drafts of the same scheme based on a version; a draft for another year belongs to another scheme. */
export async function draftsOf(
  tx: Transaction,
  { version, scheme }: SchemeVersionHead,
): Promise<readonly number[]> {
  const rows = await tx
    .select({ number: schemeVersion.number })
    .from(schemeVersion)
    .where(
      and(
        eq(schemeVersion.basedOn, version),
        eq(schemeVersion.scheme, scheme),
        eq(schemeVersion.state, 'draft'),
      ),
    )
  return rows.map(row => row.number)
}

/** Finds a draft of a scheme by the hash of its content. */
export async function findDraft(
  tx: Transaction,
  scheme: string,
  hash: string,
): Promise<{ readonly version: string; readonly number: number } | undefined> {
  const [row] = await tx
    .select({ version: schemeVersion.id, number: schemeVersion.number })
    .from(schemeVersion)
    .where(
      and(eq(schemeVersion.scheme, scheme), eq(schemeVersion.hash, hash), eq(schemeVersion.state, 'draft')),
    )
  return row
}

/** Lists the numbers of versions based on a version, drafts and promulgated. */
export async function basedOn(tx: Transaction, id: string): Promise<readonly number[]> {
  const rows = await tx
    .select({ number: schemeVersion.number })
    .from(schemeVersion)
    .where(eq(schemeVersion.basedOn, id))
  return rows.map(row => row.number)
}

/** Inserts a version under the next number of its scheme; versions are created one after another. */
export async function insertVersion(
  tx: Transaction,
  { id, document, hash, state, basedOn, by, at }: NewScheme,
): Promise<number> {
  const number = await nextNumber(tx, document.id)
  await tx.insert(schemeVersion).values({
    id,
    scheme: document.id,
    number,
    name: document.title,
    cycle: document.cycle,
    state,
    document,
    hash,
    basedOn: basedOn ?? null,
    createdBy: by,
    createdAt: at,
    changedBy: by,
    changedAt: at,
    ...(state === 'promulgated' && { promulgatedBy: by, promulgatedAt: at }),
  })
  return number
}

/** Returns the next number of a scheme; no other version is created until the transaction ends. */
export async function nextNumber(tx: Transaction, scheme: string): Promise<number> {
  await tx.execute(sql`lock table scheme_version in share row exclusive mode`)
  const { rows } = await tx.execute<{ next: number }>(
    sql`select (coalesce(max(number), 0) + 1)::int as next from scheme_version where scheme = ${scheme}`,
  )
  return rows[0]!.next
}

/** Rewrites the content of a draft. */
export async function rewriteDraft(
  tx: Transaction,
  id: string,
  {
    document,
    hash,
    number,
    by,
    at,
  }: {
    readonly document: SchemeFile
    readonly hash: string
    readonly number: number
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await tx
    .update(schemeVersion)
    .set({
      scheme: document.id,
      number,
      name: document.title,
      cycle: document.cycle,
      document,
      hash,
      revision: sql`${schemeVersion.revision} + 1`,
      changedBy: by,
      changedAt: at,
    })
    .where(eq(schemeVersion.id, id))
}

/** Marks a version as promulgated. */
export async function markPromulgated(tx: Transaction, id: string, by: string, at: string): Promise<void> {
  await tx
    .update(schemeVersion)
    .set({
      state: 'promulgated',
      promulgatedBy: by,
      promulgatedAt: at,
      revision: sql`${schemeVersion.revision} + 1`,
    })
    .where(eq(schemeVersion.id, id))
}

/** Deletes a draft. */
export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.delete(schemeVersion).where(eq(schemeVersion.id, id))
}

/** Converts stored content to a scheme; it was checked before it was stored, so another shape is a bug. */
export function toScheme(document: SchemeFile): Scheme {
  const { value } = readShape(schemeSchema, document)
  if (value === undefined) throw new Error('a stored scheme has another shape')
  return value
}

interface HeadRow extends Record<string, unknown> {
  readonly head: Omit<SchemeVersionHead, 'basedOn' | 'promulgatedBy' | 'promulgatedAt'> &
    Readonly<Record<'basedOn' | 'promulgatedBy' | 'promulgatedAt', string | null>>
}

function headsOf(more = sql``) {
  const state = (name: string) => sql`count(*) filter (where r ->> 'state' = ${name})::int`
  const instant = (column: string) =>
    sql.raw(`to_char(v.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  return sql`select ${more} json_build_object(
      'version', v.id, 'scheme', v.scheme, 'number', v.number, 'title', v.name, 'institution', v.document ->> 'institution',
      'cycle', v.cycle, 'state', v.state, 'hash', v.hash, 'basedOn', v.based_on, 'revision', v.revision,
      'createdBy', v.created_by, 'createdAt', ${instant('created_at')}, 'changedBy', v.changed_by, 'changedAt', ${instant('changed_at')},
      'promulgatedBy', v.promulgated_by, 'promulgatedAt', ${instant('promulgated_at')},
      'rulings', (select json_build_object('stated', ${state('stated')}, 'settled', ${state('settled')}, 'assumed', ${state('assumed')},
        'open', ${state('open')}) from json_array_elements(v.document -> 'rulings') r),
      'years', coalesce((select json_agg(c.year order by c.year) from cycle c where c.scheme_version = v.id), '[]'::json)
    ) as head from scheme_version v`
}

/** Builds a head, leaving out missing fields. */
function toHead({ head }: HeadRow): SchemeVersionHead {
  return Object.fromEntries(Object.entries(head).filter(([, value]) => value !== null)) as SchemeVersionHead
}
