import type { z } from 'zod'
import type { boardLine } from '../../../contract/routine/boardParts.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type GradedGroup, groupOf, loadGradingContext } from './gradingContext.ts'
import { lastSteps, readBoards, readDue, saveDue } from './boards.store.ts'
import { fitGrades } from './fitGrades.ts'
import type { BoardAddress } from './placeGrades.ts'
import { readGradings } from './routineFacts.store.ts'
import { type BoardAnswer, presentBoard, presentComponent } from './presentBoard.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'

/** The grading boards of the lead units. */
type BoardList = Answered<'GET /api/years/:year/routine/boards'>

/** Lists the grading boards within reach: state, use of quotas, and which are late. (三（二）1) */
export async function listBoards(
  context: AppContext,
  reach: Reach,
  year: number,
): Promise<BoardList | Refusal> {
  const { db } = context
  const ground = await loadGradingContext(db, year)
  if (isRefusal(ground)) return ground
  const stored = new Map(
    (await readBoards(db, year)).map(one => [`${one.board.component} ${one.board.leadUnit}`, one]),
  )
  const steps = await lastSteps(db, year)
  const due = await readDue(db, year)
  const gradings = await readGradings(db, year)
  const today = context.today()
  const groups = ground.groups.filter(group => reach.has(group.lead.id))
  const components = new Map(groups.map(group => [group.component.id, presentComponent(ground, group)]))
  const boards = groups.map((group): z.output<typeof boardLine> => {
    const kept = stored.get(`${group.component.id} ${group.lead.id}`)
    const { rows, joined, left, unplaced } = fitGrades(group, kept?.grades ?? [])
    const all = [...rows.values()]
    const own = new Set(all.map(row => row.factPlace))
    const members = new Set(group.members.map(member => member.unit))
    const state = kept?.board.state ?? 'draft'
    const last = kept === undefined ? undefined : steps.get(kept.board.id)
    const handedIn = state === 'submitted' || state === 'accepted'
    return {
      component: group.component.id,
      leadUnit: group.lead.id,
      leadUnitName: group.lead.name,
      state,
      late: !handedIn && due !== undefined && today > due,
      members: group.members.length,
      graded: all.filter(row => row.grade !== null).length,
      reasoned: all.filter(row => row.reason !== '').length,
      use: usedBy(group, all),
      outdated: handedIn && joined.length + left.length + unplaced.length > 0,
      elsewhere: gradings.filter(
        one => one.component === group.component.id && members.has(one.unit) && !own.has(one.place),
      ).length,
      ...(last === undefined ? {} : { at: toInstant(last.at), by: last.by }),
    }
  })
  return { year, today, due, components: [...components.values()], boards }
}

/** Shows the grading board of a lead unit. `notFound`, `noBoard`. */
export async function viewBoard(
  context: AppContext,
  actor: Actor,
  { year, unit, component }: BoardAddress,
): Promise<BoardAnswer | Refusal> {
  const ground = await loadGradingContext(context.db, year)
  if (isRefusal(ground)) return ground
  const group = groupOf(ground, unit, component)
  return isRefusal(group) ? group : presentBoard(context, context.db, actor, year, ground, group)
}

/** Sets the due day for submitting; boards already submitted are not affected. */
export async function setDue({
  context,
  actor,
  change,
  params: { year },
  body: { due },
}: Served<'POST /api/years/:year/routine/due'>): Promise<{ due: string } | Refusal> {
  return change<{ due: string }>(async tx => {
    const ground = await loadGradingContext(tx, year)
    if (isRefusal(ground)) return ground
    await saveDue(tx, { year, due, by: actor.name, at: context.now().toISOString() })
    return { answer: { due }, events: [{ kind: 'boardsDueSet', year, values: { due } }] }
  })
}

function usedBy({ method, proof }: GradedGroup, rows: readonly { readonly grade: string | null }[]) {
  return method.grades.map(({ id, name }, at) => ({
    grade: id,
    name,
    places: proof.rows[at]!.places,
    given: rows.filter(row => row.grade === id).length,
  }))
}
