import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { PaperStyle } from '../../../../files/paper/paperLayout.ts'
import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { meeting } from '../meetings.tables.ts'
import { paperPage, paperSheet, paperStyle } from './paper.tables.ts'

/** A stored paper sheet. */
export type StoredSheet = typeof paperSheet.$inferSelect

/** A stored page of a scanned sheet. */
export type StoredPage = typeof paperPage.$inferSelect

type Reader = Database | Transaction

/** Finds how the paper of a meeting is marked. */
export async function findStyle(db: Reader, id: string): Promise<PaperStyle | undefined> {
  const [found] = await db.select().from(paperStyle).where(eq(paperStyle.meeting, id))
  return found?.style
}

/** Fixes how the paper of a meeting is marked; returns the style in force. */
export async function fixStyle(tx: Transaction, id: string, style: PaperStyle): Promise<PaperStyle> {
  await tx.insert(paperStyle).values({ meeting: id, style }).onConflictDoNothing()
  return (await findStyle(tx, id))!
}

/** Lists the sheets of a meeting, by class and number. */
export async function listSheets(db: Reader, id: string): Promise<readonly StoredSheet[]> {
  return db
    .select()
    .from(paperSheet)
    .where(eq(paperSheet.meeting, id))
    .orderBy(sql`${paperSheet.voterClass} collate "C"`, asc(paperSheet.number))
}

/** Lists the scanned pages of a meeting. */
export async function listPages(db: Reader, id: string): Promise<readonly StoredPage[]> {
  const rows = await db
    .select({ page: paperPage })
    .from(paperPage)
    .innerJoin(paperSheet, eq(paperSheet.id, paperPage.sheet))
    .where(eq(paperSheet.meeting, id))
    .orderBy(asc(paperPage.page))
  return rows.map(({ page }) => page)
}

/** Finds a sheet of a meeting. */
export async function findSheet(db: Reader, id: string, sheet: string): Promise<StoredSheet | undefined> {
  const [found] = await db
    .select()
    .from(paperSheet)
    .where(and(eq(paperSheet.meeting, id), eq(paperSheet.id, sheet)))
  return found
}

/** Finds the sheet with this number. */
export async function findNumber(
  db: Reader,
  id: string,
  voterClass: string,
  number: number,
): Promise<StoredSheet | undefined> {
  const [found] = await db
    .select()
    .from(paperSheet)
    .where(
      and(eq(paperSheet.meeting, id), eq(paperSheet.voterClass, voterClass), eq(paperSheet.number, number)),
    )
  return found
}

/** Finds the sheet of a class with the highest number. */
export async function findLast(db: Reader, id: string, voterClass: string): Promise<StoredSheet | undefined> {
  const [found] = await db
    .select()
    .from(paperSheet)
    .where(and(eq(paperSheet.meeting, id), eq(paperSheet.voterClass, voterClass)))
    .orderBy(desc(paperSheet.number))
    .limit(1)
  return found
}

/** Lists the pages of one sheet. */
export async function pagesOf(db: Reader, sheet: string): Promise<readonly StoredPage[]> {
  return db.select().from(paperPage).where(eq(paperPage.sheet, sheet)).orderBy(asc(paperPage.page))
}

/** Whether a picture was read before. */
export async function isPictureKnown(db: Reader, picture: string): Promise<boolean> {
  const rows = await db.select({ page: paperPage.page }).from(paperPage).where(eq(paperPage.picture, picture))
  return rows.length > 0
}

/** Stores a new sheet. */
export async function insertSheet(
  tx: Transaction,
  sheet: typeof paperSheet.$inferInsert,
): Promise<StoredSheet> {
  const [made] = await tx.insert(paperSheet).values(sheet).returning()
  return made!
}

/** Changes a sheet. */
export async function changeSheet(
  tx: Transaction,
  id: string,
  to: Partial<StoredSheet>,
): Promise<StoredSheet> {
  const [saved] = await tx.update(paperSheet).set(to).where(eq(paperSheet.id, id)).returning()
  return saved!
}

/** Stores a page of a sheet. */
export async function insertPage(tx: Transaction, page: StoredPage): Promise<void> {
  await tx.insert(paperPage).values(page)
}

/** Deletes a sheet with its pages; returns the pictures that nothing refers to any more. */
export async function deleteSheet(tx: Transaction, sheet: string): Promise<readonly string[]> {
  const pages = await pagesOf(tx, sheet)
  await tx.delete(paperSheet).where(eq(paperSheet.id, sheet))
  return pages.flatMap(({ picture }) => picture ?? [])
}

/** Lists the meetings that ended before an instant, their result accepted or given up, and that still have pictures. */
export async function listPastPictures(
  db: Reader,
  before: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly year: number }[]> {
  return db
    .selectDistinct({ id: meeting.id, name: meeting.name, year: meeting.year })
    .from(paperPage)
    .innerJoin(paperSheet, eq(paperSheet.id, paperPage.sheet))
    .innerJoin(meeting, eq(meeting.id, paperSheet.meeting))
    .where(
      and(
        isNotNull(paperPage.picture),
        inArray(meeting.phase, ['accepted', 'brokenOff']),
        lt(meeting.changedAt, before),
      ),
    )
}

/** Forgets the pictures of a meeting; returns them. */
export async function forgetPictures(tx: Transaction, id: string): Promise<readonly string[]> {
  const pictures = (await listPages(tx, id)).flatMap(({ picture }) => picture ?? [])
  await tx
    .update(paperPage)
    .set({ picture: null })
    .where(
      inArray(
        paperPage.sheet,
        tx.select({ id: paperSheet.id }).from(paperSheet).where(eq(paperSheet.meeting, id)),
      ),
    )
  return pictures
}

/** Deletes all paper of a rehearsal; returns its pictures. */
export async function deletePaper(tx: Transaction, id: string): Promise<readonly string[]> {
  const pictures = (await listPages(tx, id)).flatMap(({ picture }) => picture ?? [])
  await tx.delete(paperSheet).where(eq(paperSheet.meeting, id))
  await tx.delete(paperStyle).where(eq(paperStyle.meeting, id))
  return pictures
}
