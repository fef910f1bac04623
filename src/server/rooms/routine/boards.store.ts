import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import {
  type BoardState,
  routineBoard,
  routineDue,
  routineGrade,
  routineQuota,
  routineStep,
} from './routine.tables.ts'

/** A stored grading board. */
export type BoardRow = typeof routineBoard.$inferSelect

/** The stored grade of a member. */
export type GradeRow = typeof routineGrade.$inferSelect

/** A stored step of a grading board. */
type StepRow = typeof routineStep.$inferSelect

/** The key of a grading board. */
interface BoardKey {
  readonly year: number
  readonly component: string
  readonly leadUnit: string
}

/** Reads all grading boards of a year with their grades; `lead` limits them to one lead unit. */
export async function readBoards(
  db: Database | Transaction,
  year: number,
): Promise<readonly { readonly board: BoardRow; readonly grades: readonly GradeRow[] }[]> {
  const boards = await listBoardRows(db, year)
  if (boards.length === 0) return []
  const rows = await db
    .select({ grade: routineGrade })
    .from(routineGrade)
    .innerJoin(routineBoard, and(eq(routineBoard.id, routineGrade.board), eq(routineBoard.year, year)))
  const byBoard = Map.groupBy(
    rows.map(row => row.grade),
    grade => grade.board,
  )
  return boards.map(board => ({ board, grades: byBoard.get(board.id) ?? [] }))
}

/** Lists the grading boards of a year, without their grades. */
export async function listBoardRows(db: Database | Transaction, year: number): Promise<readonly BoardRow[]> {
  return db.select().from(routineBoard).where(eq(routineBoard.year, year))
}

/** Finds a grading board. */
export async function findBoard(db: Database | Transaction, key: BoardKey): Promise<BoardRow | undefined> {
  const [found] = await db.select().from(routineBoard).where(of(key))
  return found
}

/** Finds or creates a grading board and locks it until the transaction ends. */
export async function holdBoard(tx: Transaction, key: BoardKey, id: string, at: Date): Promise<BoardRow> {
  await tx
    .insert(routineBoard)
    .values({ ...key, id, state: 'draft', openedAt: at.toISOString() })
    .onConflictDoNothing()
  const [held] = await tx.select().from(routineBoard).where(of(key)).for('update')
  return held!
}

/** Stores grading boards in bulk. */
export async function insertBoards(
  tx: Transaction,
  rows: readonly (typeof routineBoard.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineBoard).values(rows.slice(at, at + 1000))
}

/** Reads the grades of a board's members. */
export async function readGrades(db: Database | Transaction, board: string): Promise<readonly GradeRow[]> {
  return db.select().from(routineGrade).where(eq(routineGrade.board, board))
}

/** Saves the quotas (名额). */
export async function saveQuotas(
  tx: Transaction,
  board: string,
  places: readonly { readonly grade: string; readonly places: number }[],
): Promise<void> {
  await tx
    .insert(routineQuota)
    .values(places.map(one => ({ board, ...one })))
    .onConflictDoUpdate({
      target: [routineQuota.board, routineQuota.grade],
      set: { places: sql`excluded.place_count` },
    })
}

/** Saves the grades and reasons of members; increments the revision of existing ones. */
export async function saveGrades(
  tx: Transaction,
  rows: readonly (typeof routineGrade.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insert(routineGrade)
      .values(rows.slice(at, at + 1000))
      .onConflictDoUpdate({
        target: [routineGrade.board, routineGrade.unit],
        set: {
          grade: sql`excluded.grade`,
          reason: sql`excluded.reason`,
          byId: sql`excluded.by_id`,
          by: sql`excluded.by_name`,
          at: sql`excluded.at`,
          factPlace: sql`excluded.fact_place`,
          revision: sql`${routineGrade.revision} + 1`,
        },
      })
  }
}

/** Deletes members that are no longer graded. */
export async function dropGrades(tx: Transaction, board: string, units: readonly string[]): Promise<void> {
  if (units.length > 0)
    await tx
      .delete(routineGrade)
      .where(and(eq(routineGrade.board, board), inArray(routineGrade.unit, [...units])))
}

/** Saves the numbers of the facts that the grades became, by unit; `null` removes a number. */
export async function saveFactPlaces(
  tx: Transaction,
  board: string,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const pairs = JSON.stringify([...places].map(([unit, place]) => ({ unit, place })))
  await tx.execute(sql`update routine_grade set fact_place = p.place
    from jsonb_to_recordset(${pairs}::jsonb) as p(unit text, place bigint) where board = ${board}::uuid and routine_grade.unit = p.unit`)
}

/** Clears the fact numbers of a board. */
export async function clearFactPlaces(tx: Transaction, board: string): Promise<void> {
  await tx.update(routineGrade).set({ factPlace: null }).where(eq(routineGrade.board, board))
}

/** Changes the state of a board and increments its revision. */
export async function saveState(
  tx: Transaction,
  { id, revision }: BoardRow,
  state: BoardState,
): Promise<void> {
  await tx
    .update(routineBoard)
    .set({ state, revision: revision + 1 })
    .where(eq(routineBoard.id, id))
}

/** Records that boards were submitted, returned or accepted. */
export async function noteSteps(
  tx: Transaction,
  steps: readonly (typeof routineStep.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < steps.length; at += 1000)
    await tx.insert(routineStep).values(steps.slice(at, at + 1000))
}

/** Reads the steps of a board, oldest first. */
export async function readSteps(db: Database | Transaction, board: string): Promise<readonly StepRow[]> {
  return db.select().from(routineStep).where(eq(routineStep.board, board)).orderBy(asc(routineStep.id))
}

/** Returns the latest step of each board. */
export async function lastSteps(
  db: Database | Transaction,
  year: number,
): Promise<ReadonlyMap<string, { readonly by: string; readonly at: string }>> {
  const rows = await db
    .selectDistinctOn([routineStep.board], {
      board: routineStep.board,
      by: routineStep.by,
      at: routineStep.at,
      id: routineStep.id,
    })
    .from(routineStep)
    .innerJoin(routineBoard, and(eq(routineBoard.id, routineStep.board), eq(routineBoard.year, year)))
    .orderBy(routineStep.board, sql`${routineStep.id} desc`)
  return new Map(rows.map(({ board, by, at }) => [board, { by, at }]))
}

/** Reads the due day for submitting. */
export async function readDue(db: Database | Transaction, year: number): Promise<string | undefined> {
  const [found] = await db.select({ due: routineDue.due }).from(routineDue).where(eq(routineDue.year, year))
  return found?.due
}

/** Sets the due day for submitting. */
export async function saveDue(tx: Transaction, row: typeof routineDue.$inferInsert): Promise<void> {
  const { due, by, at } = row
  await tx
    .insert(routineDue)
    .values(row)
    .onConflictDoUpdate({ target: routineDue.year, set: { due, by, at } })
}

function of({ year, component, leadUnit }: BoardKey) {
  return and(
    eq(routineBoard.year, year),
    eq(routineBoard.component, component),
    eq(routineBoard.leadUnit, leadUnit),
  )
}
