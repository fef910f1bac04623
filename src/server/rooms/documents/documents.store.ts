import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  or,
  sql,
} from 'drizzle-orm'
import type { DocumentData } from '../../../contract/documents/documentField.ts'
import type { DraftEdits } from '../../../contract/documents/documentsFields.ts'
import { trail } from '../../platform/change/trail.tables.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { documentFile, documentIssuer, officialDocument } from './documents.tables.ts'

const { data: _, ...LISTED } = getTableColumns(officialDocument)

/** A stored document, without the data it was filled with. */
export type StoredDocument = Omit<typeof officialDocument.$inferSelect, 'data'>

/** A stored issuing body. */
export type StoredIssuer = typeof documentIssuer.$inferSelect

/** What is written when a document is issued. */
export interface IssueRecord {
  readonly issuer: string
  readonly word: string
  readonly numberYear: number
  readonly number: number
  readonly title: string
  readonly issuedOn: string
  readonly issuedBy: string
  readonly issuedAt: string
  readonly seal: number | null
  readonly results: string | null
  readonly data: DocumentData
  readonly template: string
  readonly hash: string
}

/** Whose documents, and for which units. */
interface Near {
  readonly owner: string
  readonly units: readonly string[]
}

/** Lists the documents of a year, the latest first; with `near`, those of an owner or for these units. */
export async function listStored(
  db: Database | Transaction,
  year: number,
  near?: Near,
): Promise<readonly StoredDocument[]> {
  return near === undefined ? listAll(db, year) : readStored(db, year, near)
}

/** Kept until a document is written: pages ask several times, and the driver is slow with many rows. */
const listAll = rememberRead(['official_document'], 2, (db: Database | Transaction, year: number) =>
  readStored(db, year),
)

async function readStored(
  db: Database | Transaction,
  year: number,
  near?: Near,
): Promise<readonly StoredDocument[]> {
  return db
    .select(LISTED)
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.year, year),
        near && or(eq(officialDocument.owner, near.owner), inArray(officialDocument.unit, [...near.units])),
      ),
    )
    .orderBy(desc(officialDocument.draftedAt), asc(officialDocument.unit))
}

/** Reads the hashes of the year's documents that the trail records as issued down to a line. */
export async function readIssued(db: Database, year: number, upTo: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ hash: sql<string>`${trail.values} ->> 'hash'` })
    .from(trail)
    .where(and(eq(trail.kind, 'documentIssued'), eq(trail.year, year), lte(trail.seq, upTo)))
  return new Set(rows.map(({ hash }) => hash))
}

/** Lists an owner's drafts of a kind by unit, or those of them that have these ids. */
export async function listDrafts(
  db: Database | Transaction,
  year: number,
  kind: string,
  owner: string,
  ids?: readonly string[],
): Promise<readonly StoredDocument[]> {
  return db
    .select(LISTED)
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.year, year),
        eq(officialDocument.kind, kind),
        eq(officialDocument.owner, owner),
        isNull(officialDocument.hash),
        ids && inArray(officialDocument.id, [...ids]),
      ),
    )
    .orderBy(asc(officialDocument.unit))
}

/** Counts an owner's drafts of a year by kind. */
export async function countDrafts(
  db: Database | Transaction,
  year: number,
  owner: string,
): Promise<readonly { readonly kind: string; readonly drafts: number }[]> {
  const rows = await db
    .select({ kind: officialDocument.kind, drafts: count() })
    .from(officialDocument)
    .where(
      and(eq(officialDocument.year, year), eq(officialDocument.owner, owner), isNull(officialDocument.hash)),
    )
    .groupBy(officialDocument.kind)
    .orderBy(asc(officialDocument.kind))
  return rows.map(({ kind, drafts }) => ({ kind, drafts: Number(drafts) }))
}

/** Counts the units for which a document of a kind was issued in a year. */
export async function countUnitsIssued(db: Database, year: number, kind: string): Promise<number> {
  const [found] = await db
    .select({ units: countDistinct(officialDocument.unit) })
    .from(officialDocument)
    .where(
      and(eq(officialDocument.year, year), eq(officialDocument.kind, kind), isNotNull(officialDocument.hash)),
    )
  return Number(found?.units ?? 0)
}

/** Finds a document; `forUpdate` locks it. */
export async function findDocument(
  db: Database | Transaction,
  year: number,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredDocument | undefined> {
  const query = db
    .select(LISTED)
    .from(officialDocument)
    .where(and(eq(officialDocument.year, year), eq(officialDocument.id, id)))
  const [found] = await (forUpdate ? query.for('update') : query)
  return found
}

/** Reads the data that an issued document was filled with. */
export async function readData(db: Database | Transaction, id: string): Promise<DocumentData> {
  const [found] = await db
    .select({ data: officialDocument.data })
    .from(officialDocument)
    .where(eq(officialDocument.id, id))
  return found?.data ?? {}
}

/** Finds the correction of a document. */
export async function findCorrection(
  db: Database | Transaction,
  id: string,
): Promise<StoredDocument | undefined> {
  const [found] = await db.select(LISTED).from(officialDocument).where(eq(officialDocument.corrects, id))
  return found
}

/** Inserts drafts; returns the ids of those that are new, since there is one draft of a kind for a unit. */
export async function insertDrafts(
  tx: Transaction,
  drafts: readonly (typeof officialDocument.$inferInsert)[],
): Promise<readonly string[]> {
  const made: string[] = []
  for (let at = 0; at < drafts.length; at += 500) {
    const rows = await tx
      .insert(officialDocument)
      .values(drafts.slice(at, at + 500))
      .onConflictDoNothing()
      .returning({ id: officialDocument.id })
    made.push(...rows.map(({ id }) => id))
  }
  return made
}

/** Saves what was typed into a draft. */
export async function saveEdits(
  tx: Transaction,
  { id, revision }: StoredDocument,
  edits: Partial<DraftEdits>,
  by: { readonly draftedBy: string; readonly draftedAt: string },
): Promise<void> {
  await tx
    .update(officialDocument)
    .set({ edits, ...by, revision: revision + 1 })
    .where(eq(officialDocument.id, id))
}

/** Deletes a draft. */
export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.delete(officialDocument).where(eq(officialDocument.id, id))
}

/** Records the issue of a draft with its file. */
export async function recordIssue(
  tx: Transaction,
  { id, revision }: StoredDocument,
  issue: IssueRecord,
  bytes: Uint8Array,
): Promise<void> {
  await keepFile(tx, issue.hash, bytes)
  await tx
    .update(officialDocument)
    .set({ ...issue, revision: revision + 1 })
    .where(eq(officialDocument.id, id))
}

/** Keeps the bytes of a file. */
export async function keepFile(tx: Transaction, hash: string, bytes: Uint8Array): Promise<void> {
  await tx.execute(sql`insert into document_file (hash, bytes)
    values (${hash}::text, decode(${Buffer.from(bytes).toString('base64')}::text, 'base64')) on conflict do nothing`)
}

/** Reads kept files by their hashes. */
export async function readFiles(
  db: Database | Transaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await db
    .select()
    .from(documentFile)
    .where(inArray(documentFile.hash, [...hashes]))
  return new Map(rows.map(({ hash, bytes }) => [hash, new Uint8Array(bytes)]))
}

/** Lists an owner's issuing bodies by their word. */
export async function listIssuers(
  db: Database | Transaction,
  owner: string,
): Promise<readonly StoredIssuer[]> {
  return db
    .select()
    .from(documentIssuer)
    .where(eq(documentIssuer.owner, owner))
    .orderBy(asc(documentIssuer.word))
}

/** Finds an issuing body; `forUpdate` locks it, so that its numbers follow one another. */
export async function findIssuer(
  db: Database | Transaction,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredIssuer | undefined> {
  const query = db.select().from(documentIssuer).where(eq(documentIssuer.id, id))
  const [found] = await (forUpdate ? query.for('update') : query)
  return found
}

/** Saves an issuing body; returns `undefined` if its word belongs to another one. */
export async function saveIssuer(
  tx: Transaction,
  issuer: typeof documentIssuer.$inferInsert,
): Promise<StoredIssuer | undefined> {
  const [other] = await tx.select().from(documentIssuer).where(eq(documentIssuer.word, issuer.word))
  if (other !== undefined && other.id !== issuer.id) return undefined
  const [saved] = await tx
    .insert(documentIssuer)
    .values(issuer)
    .onConflictDoUpdate({ target: documentIssuer.id, set: issuer })
    .returning()
  return saved
}

/** Returns the last number of a word in a year; 0 if there is none. */
export async function lastNumber(db: Database | Transaction, word: string, year: number): Promise<number> {
  const [row] = await db
    .select({ last: max(officialDocument.number) })
    .from(officialDocument)
    .where(and(eq(officialDocument.word, word), eq(officialDocument.numberYear, year)))
  return row?.last ?? 0
}

/** Whether a number of a word is taken in a year. */
export async function isNumberTaken(
  tx: Transaction,
  word: string,
  year: number,
  number: number,
): Promise<boolean> {
  const [row] = await tx
    .select({ found: count() })
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.word, word),
        eq(officialDocument.numberYear, year),
        eq(officialDocument.number, number),
      ),
    )
  return Number(row!.found) > 0
}
