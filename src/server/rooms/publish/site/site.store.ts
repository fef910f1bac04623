import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/openDatabase.ts'
import { rememberRead } from '../../../platform/database/writeCounts.ts'
import { siteComment, siteOffice, sitePublication, siteUnit } from './site.tables.ts'

/** A publication as the site reads it. */
export type SitePublication = typeof sitePublication.$inferSelect

/** A unit's page as the site reads it. */
export type SitePage = typeof siteUnit.$inferSelect

/** A comment as the site reads it. */
export type SiteComment = typeof siteComment.$inferSelect

/** Finds a publication that was released. */
export async function findReleased(db: Database, year: number): Promise<SitePublication | undefined> {
  const [found] = await db.select().from(sitePublication).where(eq(sitePublication.year, year))
  return found
}

/** Lists the publications that were released, the latest year first. */
export async function listReleased(db: Database): Promise<readonly SitePublication[]> {
  return db.select().from(sitePublication).orderBy(desc(sitePublication.year))
}

/** Lists the units of a year, without their pages. */
export async function listSiteUnits(
  db: Database,
  year: number,
): Promise<readonly Pick<SitePage, 'unit' | 'name'>[]> {
  return db
    .select({ unit: siteUnit.unit, name: siteUnit.name })
    .from(siteUnit)
    .where(eq(siteUnit.year, year))
    .orderBy(asc(siteUnit.place))
}

/** Finds what the site shows of a unit. */
export async function findSitePage(db: Database, year: number, unit: string): Promise<SitePage | undefined> {
  const [found] = await db
    .select()
    .from(siteUnit)
    .where(and(eq(siteUnit.year, year), eq(siteUnit.unit, unit)))
  return found
}

/** Lists one page of the comments below a unit, the newest first. */
export async function listSiteComments(
  db: Database,
  year: number,
  unit: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly SiteComment[]> {
  return db
    .select()
    .from(siteComment)
    .where(and(eq(siteComment.year, year), eq(siteComment.unit, unit)))
    .orderBy(desc(siteComment.number))
    .limit(limit)
    .offset(offset)
}

/** Counts the comments below a unit. */
export function countSiteComments(db: Database, year: number, unit: string): Promise<number> {
  return countBelow(db, `${year} ${unit}`)
}

/** Pages whose count is remembered. */
const REMEMBERED = 3_000

const countBelow = rememberRead(
  ['public_comment', 'site_new_comment', 'publication'],
  REMEMBERED,
  async (db: Database, page: string) => {
    const [year = '', ...unit] = page.split(' ')
    const [row] = await db
      .select({ shown: count() })
      .from(siteComment)
      .where(and(eq(siteComment.year, Number(year)), eq(siteComment.unit, unit.join(' '))))
    return row!.shown
  },
)

/** A comment to insert. */
interface NewComment {
  readonly id: string
  readonly year: number
  readonly unit: string
  readonly day: string
  readonly wrote: string
  readonly hash: string
  readonly name: string | null
  readonly standing: 'held' | 'shown'
}

/** Inserts a comment from the site; one that was sent twice stays one. The database itself refuses it below a page that is not published. */
export async function insertSiteComment(db: Database, row: NewComment): Promise<void> {
  const { id, year, unit, day, wrote, hash, name, standing } = row
  await db.execute(sql`insert into site_new_comment (id, year, unit, day, wrote, hash, name, way, standing)
    values (${id}, ${year}, ${unit}, ${day}, ${wrote}, ${hash}, ${name}, 'site', ${standing})
    on conflict do nothing`)
}

/** Counts a reader's report of a comment that is shown. */
export async function reportComment(db: Database, year: number, unit: string, id: string): Promise<void> {
  await db.execute(sql`update site_comment set abuse = least(abuse + 1, 1000000)
    where id = ${id} and year = ${year} and unit = ${unit} and standing = 'shown'`)
}

/** Reads the name of the office; empty while it has none. */
export async function readOfficeName(db: Database): Promise<string> {
  const [found] = await db.select().from(siteOffice)
  return String(found?.value ?? '')
}
