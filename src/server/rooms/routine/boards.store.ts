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

/** 等次评定的存储行. */
export type BoardRow = typeof routineBoard.$inferSelect

/** 一个成员的存储行. */
export type GradeRow = typeof routineGrade.$inferSelect

/** 经过的存储行. */
export type StepRow = typeof routineStep.$inferSelect

/** 等次评定的所指. */
export interface BoardKey {
  readonly year: number
  readonly component: string
  readonly leadUnit: string
}

/** 某年的全部等次评定 with their grades; `lead` narrows it to one lead unit's. */
export async function readBoards(
  db: Database | Transaction,
  year: number,
): Promise<readonly { readonly board: BoardRow; readonly grades: readonly GradeRow[] }[]> {
  const boards = await db.select().from(routineBoard).where(eq(routineBoard.year, year))
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

/** 找一个等次评定. */
export async function findBoard(db: Database | Transaction, key: BoardKey): Promise<BoardRow | undefined> {
  const [found] = await db.select().from(routineBoard).where(of(key))
  return found
}

/** 取等次评定, made where there is none, and held till the transaction ends. */
export async function holdBoard(tx: Transaction, key: BoardKey, id: string, at: Date): Promise<BoardRow> {
  await tx
    .insert(routineBoard)
    .values({ ...key, id, state: 'draft', openedAt: at.toISOString() })
    .onConflictDoNothing()
  const [held] = await tx.select().from(routineBoard).where(of(key)).for('update')
  return held!
}

/** 存等次评定, many at once. */
export async function insertBoards(
  tx: Transaction,
  rows: readonly (typeof routineBoard.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1000)
    await tx.insert(routineBoard).values(rows.slice(at, at + 1000))
}

/** 一个等次评定的各成员. */
export async function readGrades(db: Database | Transaction, board: string): Promise<readonly GradeRow[]> {
  return db.select().from(routineGrade).where(eq(routineGrade.board, board))
}

/** 存名额. */
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

/** 存各成员的等次和理由; the revision of one that was there moves. */
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

/** 删去不再评定的成员. */
export async function dropGrades(tx: Transaction, board: string, units: readonly string[]): Promise<void> {
  if (units.length > 0)
    await tx
      .delete(routineGrade)
      .where(and(eq(routineGrade.board, board), inArray(routineGrade.unit, [...units])))
}

/** 记下等次写成的事实, by unit; `null` takes it away. */
export async function saveFactPlaces(
  tx: Transaction,
  board: string,
  places: ReadonlyMap<string, number>,
): Promise<void> {
  const pairs = JSON.stringify([...places].map(([unit, place]) => ({ unit, place })))
  await tx.execute(sql`update routine_grade set fact_place = p.place
    from jsonb_to_recordset(${pairs}::jsonb) as p(unit text, place bigint) where board = ${board}::uuid and routine_grade.unit = p.unit`)
}

/** 清去等次写成的事实. */
export async function clearFactPlaces(tx: Transaction, board: string): Promise<void> {
  await tx.update(routineGrade).set({ factPlace: null }).where(eq(routineGrade.board, board))
}

/** 改状态; its revision moves. */
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

/** 记下上报、退回、接收. */
export async function noteSteps(
  tx: Transaction,
  steps: readonly (typeof routineStep.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < steps.length; at += 1000)
    await tx.insert(routineStep).values(steps.slice(at, at + 1000))
}

/** 一个等次评定的经过, oldest first. */
export async function readSteps(db: Database | Transaction, board: string): Promise<readonly StepRow[]> {
  return db.select().from(routineStep).where(eq(routineStep.board, board)).orderBy(asc(routineStep.id))
}

/** 各等次评定最近的一步. */
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

/** 上报期限. */
export async function readDue(db: Database | Transaction, year: number): Promise<string | undefined> {
  const [found] = await db.select({ due: routineDue.due }).from(routineDue).where(eq(routineDue.year, year))
  return found?.due
}

/** 设定上报期限. */
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
