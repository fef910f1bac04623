import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { surveyImport } from './survey.tables.ts'

type Reader = Database | Transaction

/** A stored import of a frame or of a bureau's file. */
export type ImportRow = typeof surveyImport.$inferSelect

/** Stores the row of an import. */
export async function insertImport(tx: Transaction, row: typeof surveyImport.$inferInsert): Promise<void> {
  await tx.insert(surveyImport).values(row)
}

/** Lists the imports of a survey's frame or of its files, the newest first. */
export async function listImports(
  db: Reader,
  survey: string,
  of: 'frame' | 'file',
): Promise<readonly ImportRow[]> {
  return db
    .select()
    .from(surveyImport)
    .where(and(eq(surveyImport.survey, survey), (of === 'frame' ? eq : ne)(surveyImport.kind, 'frame')))
    .orderBy(desc(surveyImport.at), asc(surveyImport.id))
}

/** Finds an import and locks it. */
export async function findImport(
  tx: Transaction,
  survey: string,
  id: string,
): Promise<ImportRow | undefined> {
  const [found] = await tx
    .select()
    .from(surveyImport)
    .where(and(eq(surveyImport.survey, survey), eq(surveyImport.id, id)))
    .for('update')
  return found
}

/** Changes an import that is in this state; false if it no longer is. */
export async function moveImport(
  db: Reader,
  id: string,
  from: ImportRow['state'],
  values: Partial<typeof surveyImport.$inferInsert>,
): Promise<boolean> {
  const moved = await db
    .update(surveyImport)
    .set(values)
    .where(and(eq(surveyImport.id, id), eq(surveyImport.state, from)))
    .returning({ id: surveyImport.id })
  return moved.length > 0
}

/** Fails imports of which no process has said since `before` that it reads them. Returns which. */
export async function failForsaken(db: Reader, before: Date, fault: string): Promise<readonly string[]> {
  const failed = await db
    .update(surveyImport)
    .set({ state: 'failed', fault })
    .where(
      and(
        eq(surveyImport.state, 'reading'),
        sql`coalesce(${surveyImport.seenAt}, ${surveyImport.at}) < ${before.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: surveyImport.id })
  return failed.map(({ id }) => id)
}

/** Stores a piece of the answers of a file, given as JSON; they count once a person keeps it. */
export async function insertFileAnswers(
  db: Database,
  of: { readonly survey: string; readonly import: string },
  answers: string,
): Promise<void> {
  await db.execute(sql`insert into survey_answer (survey, unit, grp, answers, times, import)
    select ${of.survey}::uuid, unit, "group", answers, times, ${of.import}::uuid
    from jsonb_to_recordset(${answers}::jsonb) as one(unit text, "group" text, answers jsonb, times int)`)
}

/** Makes room for another file: what was the result no longer counts. */
export async function dropKept(tx: Transaction, survey: string): Promise<void> {
  await tx
    .update(surveyImport)
    .set({ state: 'dropped' })
    .where(
      and(eq(surveyImport.survey, survey), ne(surveyImport.kind, 'frame'), eq(surveyImport.state, 'kept')),
    )
  // Of the demo year, and of files kept before answers named theirs.
  await tx.execute(sql`delete from survey_answer where survey = ${survey}::uuid and import is null`)
}

/** Where the rows of an import lie. */
const ROWS_OF = { frame: sql`survey_case`, file: sql`survey_answer` } as const

/** Rows that are deleted with one statement, so that others are answered in between. */
const AT_ONCE = 2000

/** Deletes the rows of an import that nobody has kept, a slice at a time. */
export async function dropRows(db: Database, of: keyof typeof ROWS_OF, id: string): Promise<void> {
  const table = ROWS_OF[of]
  for (let gone = AT_ONCE; gone === AT_ONCE;) {
    const { rows } = await db.execute<{ gone: number }>(sql`
      with gone as (delete from ${table} where id in (select r.id from ${table} r
        join survey_import i on i.id = r.import where r.import = ${id}::uuid and i.state <> 'kept' limit ${AT_ONCE}) returning 1)
      select count(*)::int as gone from gone`)
    gone = rows[0]!.gone
  }
}

/** Deletes the rows of imports that failed, were dropped or replaced, also what a killed server left of them. */
export async function dropLeftRows(db: Database, survey: string, of: keyof typeof ROWS_OF): Promise<void> {
  for (const { id, state } of await listImports(db, survey, of))
    if (state === 'dropped' || state === 'failed') await dropRows(db, of, id)
}
