import { phaseNames, type Phase } from '../../../domain/year/lifecycle/phases.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import type { GradedGroup } from './gradingContext.ts'
import {
  type BoardRow,
  dropGrades,
  type GradeRow,
  holdBoard,
  readGrades,
  saveGrades,
  saveQuotas,
} from './boards.store.ts'
import { fitGrades } from './fitGrades.ts'

/** A grading board loaded for a change: locked until the transaction ends, with a row for each member. */
export interface OpenedBoard {
  readonly board: BoardRow
  readonly rows: ReadonlyMap<string, GradeRow>
  readonly joined: readonly string[]
  readonly left: readonly string[]
  /** members whose grade no longer has a place. */
  readonly unplaced: readonly string[]
  /** numbers of the facts that its grades became. */
  readonly facts: readonly number[]
}

/** Loads a grading board for a change; while it is being graded, fits it to the roster. `yearSealed`. */
export async function openBoard(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  year: number,
  group: GradedGroup,
): Promise<OpenedBoard | Refusal> {
  const stored = await readCycle(tx, year)
  if (stored?.row.sealed === true)
    return refuse('yearSealed', { phase: phaseNames[stored.row.phase as Phase] })
  const key = { year, component: group.component.id, leadUnit: group.lead.id }
  const board = await holdBoard(tx, key, context.newId(), context.now())
  const grades = await readGrades(tx, board.id)
  const fitted = fitGrades(group, grades)
  const facts = grades.flatMap(row => (row.factPlace === null ? [] : [row.factPlace]))
  if (board.state === 'submitted' || board.state === 'accepted') return { board, facts, ...fitted }
  await saveQuotas(
    tx,
    board.id,
    group.method.grades.map((grade, at) => ({ grade: grade.id, places: group.proof.rows[at]!.places })),
  )
  await dropGrades(tx, board.id, fitted.left)
  const untouched = {
    board: board.id,
    leadUnit: group.lead.id,
    grade: null,
    reason: '',
    byId: actor.id,
    by: actor.name,
    revision: 0,
  }
  const missing = group.members.filter(member => !fitted.rows.has(member.unit))
  await saveGrades(tx, [
    ...missing.map(({ unit }) => ({ ...untouched, unit, at: context.now().toISOString() })),
    ...fitted.unplaced.map(unit => fitted.rows.get(unit)!),
  ])
  return {
    board,
    facts,
    ...fitted,
    rows: new Map((await readGrades(tx, board.id)).map(row => [row.unit, row])),
  }
}
