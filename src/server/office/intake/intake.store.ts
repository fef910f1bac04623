import { and, count, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm'
import type { IntakeState } from '../../../contract/intake/intakeStates.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { intake, intakePart, intakeRefusal } from './intake.tables.ts'
import type { PartKind, RefusedLine, TextPart } from './worker/intakeReading.ts'

/** A stored import. */
export type StoredIntake = typeof intake.$inferSelect

/** The state of an import as stored. */
type StoredState = Exclude<IntakeState, 'interrupted'>

type Reader = Database | Transaction

/** Lists the imports, latest first. */
export function listIntakes(db: Reader, year: number): Promise<StoredIntake[]> {
  return db
    .select()
    .from(intake)
    .where(eq(intake.year, year))
    .orderBy(desc(intake.uploadedAt), intake.id)
    .limit(200)
}

/** Finds an import. */
export async function findIntake(db: Reader, year: number, id: string): Promise<StoredIntake | undefined> {
  const [found] = await db
    .select()
    .from(intake)
    .where(and(eq(intake.year, year), eq(intake.id, id)))
  return found
}

/** Finds an import and locks it until the transaction ends. */
export async function lockIntake(
  tx: Transaction,
  year: number,
  id: string,
): Promise<StoredIntake | undefined> {
  const [found] = await tx
    .select()
    .from(intake)
    .where(and(eq(intake.year, year), eq(intake.id, id)))
    .for('update')
  return found
}

/** Finds the last commit of the same file in this year. */
export async function findTwin(
  db: Reader,
  { year, hash, id }: Pick<StoredIntake, 'year' | 'hash' | 'id'>,
): Promise<StoredIntake | undefined> {
  const same = and(
    eq(intake.year, year),
    eq(intake.hash, hash),
    eq(intake.state, 'committed'),
    ne(intake.id, id),
  )
  const [found] = await db.select().from(intake).where(same).orderBy(desc(intake.settledAt)).limit(1)
  return found
}

/** Inserts an import. */
export async function addIntake(tx: Transaction, row: typeof intake.$inferInsert): Promise<void> {
  await tx.insert(intake).values(row)
}

/** Updates an import if it is in one of these states; returns whether it was. */
export async function updateIntake(
  db: Reader,
  id: string,
  from: readonly StoredState[],
  set: Partial<typeof intake.$inferInsert>,
): Promise<boolean> {
  const updated = await db
    .update(intake)
    .set(set)
    .where(and(eq(intake.id, id), inArray(intake.state, [...from])))
    .returning({ id: intake.id })
  return updated.length > 0
}

/** A stored part: accepted rows, or the work of a plan. */
interface StoredPart extends Omit<TextPart, 'kind'> {
  readonly kind: PartKind | 'work'
}

/** Stores a part of accepted rows. */
export async function addPart(db: Reader, id: string, nth: number, part: StoredPart): Promise<void> {
  await db.insert(intakePart).values({ intake: id, nth, ...part })
}

/** Replaces the single part of its kind. */
export async function replacePart(db: Reader, id: string, part: StoredPart): Promise<void> {
  const { bodies, places, count: size } = part
  await db
    .insert(intakePart)
    .values({ intake: id, nth: 0, ...part })
    .onConflictDoUpdate({
      target: [intakePart.intake, intakePart.kind, intakePart.nth],
      set: { bodies, places, count: size },
    })
}

/** Lists the parts in order, without their contents. */
export function listParts(
  db: Reader,
  id: string,
): Promise<{ kind: PartKind | 'work'; nth: number; count: number }[]> {
  return db
    .select({ kind: intakePart.kind, nth: intakePart.nth, count: intakePart.count })
    .from(intakePart)
    .where(eq(intakePart.intake, id))
    .orderBy(intakePart.nth)
}

/** Finds a part. */
export async function findPart(
  db: Reader,
  id: string,
  kind: StoredPart['kind'],
  nth: number,
): Promise<StoredPart | undefined> {
  const [found] = await db
    .select()
    .from(intakePart)
    .where(and(eq(intakePart.intake, id), eq(intakePart.kind, kind), eq(intakePart.nth, nth)))
  return found
}

/** Deletes the stored parts. */
export async function dropParts(db: Reader, id: string): Promise<void> {
  await db.delete(intakePart).where(eq(intakePart.intake, id))
}

const LINES = 2_000

/** Stores reasons for refusal, after those already there from the same stage. */
export async function addRefusals(
  db: Reader,
  id: string,
  stage: 'reading' | 'planning',
  from: number,
  lines: readonly RefusedLine[],
): Promise<void> {
  for (let at = 0; at < lines.length; at += LINES) {
    const rows = lines
      .slice(at, at + LINES)
      .map((line, index) => ({ intake: id, stage, nth: from + at + index, ...line }))
    await db.insert(intakeRefusal).values(rows)
  }
}

/** Deletes the reasons from checking, before another check. */
export async function dropPlanRefusals(db: Reader, id: string): Promise<void> {
  await db.delete(intakeRefusal).where(and(eq(intakeRefusal.intake, id), eq(intakeRefusal.stage, 'planning')))
}

/** Counts the reasons for refusal. */
export async function countRefusals(db: Reader, id: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(intakeRefusal).where(eq(intakeRefusal.intake, id))
  return Number(found?.count ?? 0)
}

/** Lists a page of the reasons for refusal, those from reading first. */
export async function listRefusals(
  db: Reader,
  id: string,
  from: number,
  most: number,
): Promise<readonly RefusedLine[]> {
  const rows = await db
    .select()
    .from(intakeRefusal)
    .where(eq(intakeRefusal.intake, id))
    .orderBy(desc(intakeRefusal.stage), intakeRefusal.nth)
    .offset(from)
    .limit(most)
  return rows.map(({ sheet, row, column, cell, place, reason }) => ({
    sheet,
    row: row ?? undefined,
    column: column ?? undefined,
    cell: cell ?? undefined,
    place,
    reason,
  }))
}

/** Expires imports that nobody committed for a week; their contents are deleted. */
export async function expireIntakes(tx: Transaction, before: Date, now: Date): Promise<void> {
  const old = and(
    lt(intake.uploadedAt, before.toISOString()),
    inArray(intake.state, ['ready', 'failed', 'waiting', 'reading', 'planning']),
  )
  const expired = await tx
    .update(intake)
    .set({ state: 'expired', settledBy: '系统', settledAt: now.toISOString(), plan: null })
    .where(old)
    .returning({ id: intake.id })
  for (const { id } of expired) await dropParts(tx, id)
}

/** Inserts the facts of one part except those at the given indexes; the year is locked by `bumpCycle`. */
export async function insertPart(
  tx: Transaction,
  id: string,
  { kind, nth }: { readonly kind: string; readonly nth: number },
  skip: readonly number[],
  {
    year,
    source,
    author,
    now,
    revision,
  }: { year: number; source: string; author: string; now: Date; revision: number },
): Promise<void> {
  const left =
    skip.length === 0
      ? sql`true`
      : sql`listed.nth - 1 <> all (array(select jsonb_array_elements_text(${JSON.stringify(skip)}::jsonb)::int))`
  await tx.execute(sql`insert into fact (id, year, kind, unit, body, source, author, at, revision)
    select gen_random_uuid(), ${year}::int, ${kind}::text, one ->> 'unit', one, ${source}::text, ${author}::text,
      ${now.toISOString()}::timestamptz, ${revision}::bigint
    from intake_part as part, jsonb_array_elements(part.bodies::jsonb) with ordinality as listed(one, nth)
    where part.intake = ${id} and part.kind = ${kind} and part.nth = ${nth} and ${left} order by listed.nth`)
}
