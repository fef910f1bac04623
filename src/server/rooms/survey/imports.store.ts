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

/** Stores a piece of the answers of a file, given as JSON, until somebody keeps or drops it. */
export async function stageAnswers(db: Reader, id: string, part: number, answers: string): Promise<void> {
  await db.execute(sql`insert into survey_staged (import, part, answers)
    values (${id}::uuid, ${part}::int, ${answers}::jsonb)`)
}

/** Deletes what was read of a file. */
export async function dropStaged(db: Reader, id: string): Promise<void> {
  await db.execute(sql`delete from survey_staged where import = ${id}::uuid`)
}

/** Takes what was read of a file as the separated answers of its survey, piece by piece. */
export async function takeStaged(tx: Transaction, survey: string, id: string): Promise<void> {
  const { rows } = await tx.execute<{ part: number }>(
    sql`select part from survey_staged where import = ${id}::uuid order by part`,
  )
  for (const { part } of rows)
    await tx.execute(sql`insert into survey_answer (survey, unit, grp, answers, times)
      select ${survey}::uuid, unit, "group", one.answers, times from survey_staged s,
        jsonb_to_recordset(s.answers) as one(unit text, "group" text, answers jsonb, times int)
      where s.import = ${id}::uuid and s.part = ${part}`)
  await dropStaged(tx, id)
}
