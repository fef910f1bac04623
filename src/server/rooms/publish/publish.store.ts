import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rememberRead } from '../../platform/database/writeCounts.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { noticeBoard, publication, publicComment, publishedUnit } from './publish.tables.ts'

type Reader = Database | Transaction

/** A stored publication. */
export type StoredPublication = typeof publication.$inferSelect

/** What the site shows of a unit, as stored. */
export type StoredPage = typeof publishedUnit.$inferSelect

/** A stored comment. */
export type StoredComment = typeof publicComment.$inferSelect

/** A stored notice board. */
export type StoredBoard = typeof noticeBoard.$inferSelect

/** Finds the publication of a year. */
export async function findPublication(
  db: Reader,
  year: number,
  { forUpdate = false } = {},
): Promise<StoredPublication | undefined> {
  return forUpdate ? readPublication(db, year, true) : rememberedPublication(db, year)
}

const rememberedPublication = rememberRead(['publication'], 4, (db: Reader, year: number) =>
  readPublication(db, year),
)

async function readPublication(
  db: Reader,
  year: number,
  forUpdate = false,
): Promise<StoredPublication | undefined> {
  const query = db.select().from(publication).where(eq(publication.year, year))
  const [found] = await (forUpdate ? query.for('update') : query)
  return found
}

/** Saves a publication. */
export async function savePublication(tx: Transaction, row: typeof publication.$inferInsert): Promise<void> {
  await tx.insert(publication).values(row).onConflictDoUpdate({ target: publication.year, set: row })
}

/** Pages that are written between two turns of others. */
const AT_ONCE = 100

/** Replaces what the site shows of a year. */
export async function replacePages(
  tx: Transaction,
  year: number,
  pages: readonly StoredPage[],
): Promise<void> {
  await tx.delete(publishedUnit).where(eq(publishedUnit.year, year))
  for (let at = 0; at < pages.length; at += AT_ONCE) {
    const some = JSON.stringify(pages.slice(at, at + AT_ONCE))
    await tx.execute(sql`insert into published_unit (year, unit, place, name, page)
      select year, unit, place, name, page
      from jsonb_to_recordset(${some}::jsonb) as p(year int, unit text, place int, name text, page jsonb)`)
    await yieldToEventLoop()
  }
}

/** Lists the units that the site shows, without their pages. */
export async function listPublished(
  db: Reader,
  year: number,
): Promise<readonly Pick<StoredPage, 'unit' | 'name'>[]> {
  return db
    .select({ unit: publishedUnit.unit, name: publishedUnit.name })
    .from(publishedUnit)
    .where(eq(publishedUnit.year, year))
    .orderBy(asc(publishedUnit.place))
}

/** Finds what the site shows of a unit. */
export async function findPage(db: Reader, year: number, unit: string): Promise<StoredPage | undefined> {
  const [found] = await db
    .select()
    .from(publishedUnit)
    .where(and(eq(publishedUnit.year, year), eq(publishedUnit.unit, unit)))
  return found
}

/** Lists all that the site shows of a year. */
export async function listPages(db: Reader, year: number): Promise<readonly StoredPage[]> {
  return db.select().from(publishedUnit).where(eq(publishedUnit.year, year)).orderBy(asc(publishedUnit.place))
}

/** Inserts a comment; one that was sent twice stays one. */
export async function insertComment(
  db: Reader,
  row: Omit<typeof publicComment.$inferInsert, 'number'>,
): Promise<void> {
  await db.insert(publicComment).values(row).onConflictDoNothing()
}

/** Lists the comments of a year, the newest first; kept until one is written, also through the views of the site. */
export const listComments = rememberRead(
  ['public_comment', 'site_new_comment', 'site_comment'],
  1,
  async (db: Reader, year: number): Promise<readonly StoredComment[]> =>
    db.select().from(publicComment).where(eq(publicComment.year, year)).orderBy(desc(publicComment.number)),
)

/** Counts the comments of a year by unit: all, those that somebody has to read (as `isUnread` says), and those shown without a reply. */
export async function countByUnit(
  db: Reader,
  year: number,
): Promise<
  ReadonlyMap<string, { readonly comments: number; readonly held: number; readonly unanswered: number }>
> {
  const rows = await db
    .select({
      unit: publicComment.unit,
      comments: count(),
      held: sql<number>`count(*) filter (where ${publicComment.standing} = 'held'
        or ${publicComment.standing} = 'shown' and (${publicComment.judgedBy} is null or ${publicComment.abuse} > 0))::int`,
      unanswered: sql<number>`count(*) filter (where ${publicComment.standing} = 'shown' and ${publicComment.reply} is null)::int`,
    })
    .from(publicComment)
    .where(eq(publicComment.year, year))
    .groupBy(publicComment.unit)
  return new Map(rows.map(({ unit, ...counts }) => [unit, counts]))
}

/** Finds a comment and locks it until the transaction ends. */
export async function findComment(
  tx: Transaction,
  year: number,
  id: string,
): Promise<StoredComment | undefined> {
  const [found] = await tx
    .select()
    .from(publicComment)
    .where(and(eq(publicComment.year, year), eq(publicComment.id, id)))
    .for('update')
  return found
}

/** Saves a comment at its next revision. */
export async function saveComment(
  tx: Transaction,
  { id, revision }: StoredComment,
  to: Partial<StoredComment>,
): Promise<void> {
  await tx
    .update(publicComment)
    .set({ ...to, revision: revision + 1 })
    .where(eq(publicComment.id, id))
}

/** Lists the notice boards of a year. */
export async function listBoards(db: Reader, year: number): Promise<readonly StoredBoard[]> {
  return db
    .select()
    .from(noticeBoard)
    .where(eq(noticeBoard.year, year))
    .orderBy(asc(noticeBoard.unit), asc(noticeBoard.kind))
}

/** Finds the notice board, or web site, of a unit. */
export async function findBoard(
  tx: Transaction,
  { year, unit, kind }: Pick<StoredBoard, 'year' | 'unit' | 'kind'>,
): Promise<StoredBoard | undefined> {
  const [found] = await tx
    .select()
    .from(noticeBoard)
    .where(and(eq(noticeBoard.year, year), eq(noticeBoard.unit, unit), eq(noticeBoard.kind, kind)))
  return found
}

/** Saves a notice board at its next revision; says whether nobody else did at the same time. */
export async function saveBoard(
  tx: Transaction,
  row: typeof noticeBoard.$inferInsert & { readonly revision: number },
): Promise<boolean> {
  const saved = await tx
    .insert(noticeBoard)
    .values(row)
    .onConflictDoUpdate({
      target: [noticeBoard.year, noticeBoard.unit, noticeBoard.kind],
      set: row,
      setWhere: eq(noticeBoard.revision, row.revision - 1),
    })
    .returning({ revision: noticeBoard.revision })
  return saved.length > 0
}
