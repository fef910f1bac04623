import { and, desc, eq, inArray, isNull, lt, ne, notExists, sql } from 'drizzle-orm'
import type { FileLook, FileOwner } from '../../../contract/files/fileKinds.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { isOneOf } from '../../platform/database/isOneOf.ts'
import { attachment, file, fileSent } from './files.tables.ts'

/** The description of a stored file. */
export type StoredFile = typeof file.$inferSelect

/** A stored attachment. */
export type StoredAttachment = typeof attachment.$inferSelect

type Reader = Database | Transaction

const MOST_PLACES = 20

/** Registers a file and its sender; an existing file stays as it is, except that it counts as offered again and is looked at if it was not yet. */
export async function keepFile(
  tx: Transaction,
  row: typeof file.$inferInsert,
  { account, sent }: { readonly account: string; readonly sent: string },
): Promise<void> {
  await tx
    .insert(file)
    .values(row)
    .onConflictDoUpdate({
      target: file.hash,
      set: { offeredAt: row.offeredAt, ...(row.look === 'done' && lookOf(row)) },
    })
  await tx
    .insert(fileSent)
    .values({ account, file: row.hash, sent, at: row.offeredAt })
    .onConflictDoUpdate({
      target: [fileSent.account, fileSent.file, fileSent.sent],
      set: { at: row.offeredAt },
    })
}

function lookOf({
  look,
  phash,
  phashParts,
}: Pick<typeof file.$inferInsert, 'look' | 'phash' | 'phashParts'>) {
  return { look, phash, phashParts }
}

/** Lists pictures that nobody has looked at yet, oldest first. */
export async function waitingPictures(db: Reader, most: number): Promise<readonly StoredFile[]> {
  return db.select().from(file).where(eq(file.look, 'waiting')).orderBy(file.storedAt).limit(most)
}

/** Records what a waiting picture looks like. */
export async function keepLook(
  db: Reader,
  hash: string,
  seen: Pick<StoredFile, 'look' | 'phash' | 'phashParts'>,
): Promise<void> {
  await db
    .update(file)
    .set(seen)
    .where(and(eq(file.hash, hash), eq(file.look, 'waiting')))
}

/** Finds the descriptions of these files. */
export async function findFiles(db: Reader, hashes: readonly string[]): Promise<readonly StoredFile[]> {
  if (hashes.length === 0) return []
  return db
    .select()
    .from(file)
    .where(inArray(file.hash, [...hashes]))
}

/** Counts the pictures attached in a year to such records that still wait for a look, and those that are damaged. */
export async function countUnseen(
  db: Reader,
  year: number,
  owners: readonly FileOwner[],
): Promise<{ readonly waiting: number; readonly damaged: number }> {
  const count = (look: FileLook) =>
    sql<number>`count(distinct ${file.hash}) filter (where ${file.look} = ${look})::int`
  const [row] = await db
    .select({ waiting: count('waiting'), damaged: count('damaged') })
    .from(file)
    .innerJoin(attachment, eq(attachment.file, file.hash))
    .where(
      and(
        ne(file.look, 'done'),
        eq(attachment.year, year),
        inArray(attachment.owner, [...owners]),
        isNull(attachment.removedAt),
      ),
    )
  return row!
}

/** Finds the description of a file. */
export async function findFile(db: Reader, hash: string): Promise<StoredFile | undefined> {
  const [found] = await db.select().from(file).where(eq(file.hash, hash))
  return found
}

/** Finds the file that the same bytes became when they were sent before. */
export async function findBySent(db: Reader, sent: string): Promise<StoredFile | undefined> {
  const [found] = await db
    .select({ file })
    .from(fileSent)
    .innerJoin(file, eq(fileSent.file, file.hash))
    .where(eq(fileSent.sent, sent))
    .limit(1)
  return found?.file
}

/** Selects those of these files that the person uploaded. */
export async function filesSentBy(
  db: Reader,
  account: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ file: fileSent.file })
    .from(fileSent)
    .where(and(eq(fileSent.account, account), inArray(fileSent.file, [...hashes])))
  return new Set(rows.map(row => row.file))
}

/** Selects those of these files that are attached to the unit's records of that year. */
export async function filesOfUnit(
  db: Reader,
  year: number,
  unit: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ file: attachment.file })
    .from(attachment)
    .where(
      and(
        eq(attachment.year, year),
        eq(attachment.unit, unit),
        inArray(attachment.file, [...hashes]),
        isNull(attachment.removedAt),
      ),
    )
  return new Set(rows.map(row => row.file))
}

/** Locks the files until the transaction ends, so that none is swept meanwhile; returns those that exist. */
export async function holdFiles(tx: Transaction, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ hash: file.hash })
    .from(file)
    .where(inArray(file.hash, [...hashes]))
    .for('key share')
  return new Set(rows.map(row => row.hash))
}

/** Attaches files; those already attached to the record stay. */
export async function insertAttachments(
  tx: Transaction,
  rows: readonly (typeof attachment.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(attachment)
      .values([...rows])
      .onConflictDoNothing()
}

/** Detaches files; the rows stay, with who detached them. */
export async function closeAttachments(
  tx: Transaction,
  of: { readonly owner: FileOwner; readonly ownerId: string; readonly files?: readonly string[] },
  by: { readonly removedAt: string; readonly removedBy: string },
): Promise<void> {
  if (of.files?.length === 0) return
  const which = of.files === undefined ? undefined : inArray(attachment.file, [...of.files])
  await tx
    .update(attachment)
    .set(by)
    .where(
      and(
        eq(attachment.owner, of.owner),
        eq(attachment.ownerId, of.ownerId),
        isNull(attachment.removedAt),
        which,
      ),
    )
}

/** Lists the attachments of records, in the order in which they were attached. */
export async function attachmentsOf(
  db: Reader,
  owner: FileOwner,
  ownerIds: readonly string[],
): Promise<readonly { readonly attachment: StoredAttachment; readonly file: StoredFile }[]> {
  if (ownerIds.length === 0) return []
  return db
    .select({ attachment, file })
    .from(attachment)
    .innerJoin(file, eq(attachment.file, file.hash))
    .where(
      and(eq(attachment.owner, owner), isOneOf(attachment.ownerId, ownerIds), isNull(attachment.removedAt)),
    )
    .orderBy(attachment.at, attachment.name)
}

/** Finds one attachment of a unit in a year. */
export async function findAttachment(
  db: Reader,
  of: { readonly year: number; readonly unit: string; readonly file: string },
) {
  const [found] = await db
    .select({ attachment, file })
    .from(attachment)
    .innerJoin(file, eq(attachment.file, file.hash))
    .where(
      and(
        eq(attachment.year, of.year),
        eq(attachment.unit, of.unit),
        eq(attachment.file, of.file),
        isNull(attachment.removedAt),
      ),
    )
    .orderBy(desc(attachment.at))
    .limit(1)
  return found
}

/** Lists where a file is attached, latest first. */
export async function placesOf(db: Reader, hash: string): Promise<readonly StoredAttachment[]> {
  return db
    .select()
    .from(attachment)
    .where(and(eq(attachment.file, hash), isNull(attachment.removedAt)))
    .orderBy(desc(attachment.at))
    .limit(MOST_PLACES)
}

/** Lists where similar pictures are attached: hashes that differ in at most `most` (≤ 7) bits, nearest first. At least one of eight bytes is then equal, which the index finds. */
export async function placesNear(
  db: Reader,
  {
    hash,
    phash,
    parts,
    most,
  }: {
    readonly hash: string
    readonly phash: string
    readonly parts: readonly number[]
    readonly most: number
  },
): Promise<readonly StoredAttachment[]> {
  const distance = sql`bit_count(('x' || ${file.phash})::bit(64) # ${`x${phash}`}::text::bit(64))`
  const shared = sql`${file.phashParts} && ${`{${parts.join(',')}}`}::int[]`
  const rows = await db
    .select({ attachment })
    .from(file)
    .innerJoin(attachment, eq(attachment.file, file.hash))
    .where(and(shared, sql`${distance} <= ${most}`, ne(file.hash, hash), isNull(attachment.removedAt)))
    .orderBy(distance, desc(attachment.at))
    .limit(MOST_PLACES)
  return rows.map(row => row.attachment)
}

/** Deletes the rows of files never attached and long untouched; returns what was deleted. */
export async function dropOrphans(
  tx: Transaction,
  before: Date,
  most: number,
): Promise<readonly { readonly hash: string; readonly size: number }[]> {
  const attached = tx
    .select({ one: sql`1` })
    .from(attachment)
    .where(eq(attachment.file, file.hash))
  const old = await tx
    .select({ hash: file.hash })
    .from(file)
    .where(and(lt(file.offeredAt, before.toISOString()), notExists(attached)))
    .limit(most)
    .for('update')
  if (old.length === 0) return []
  return tx
    .delete(file)
    .where(
      inArray(
        file.hash,
        old.map(row => row.hash),
      ),
    )
    .returning({ hash: file.hash, size: file.size })
}
