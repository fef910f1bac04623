import type { Grading } from '../../../domain/year/facts/facts.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { withdrawFacts, insertFacts } from '../../year/facts.store.ts'
import { type GradedGroup, type GradingContext, groupOf, loadGradingContext } from './gradingContext.ts'
import { clearFactPlaces, noteSteps, readSteps, saveFactPlaces, saveState } from './boards.store.ts'
import { boardWords, describeNames } from './boardWords.ts'
import { type OpenedBoard, openBoard } from './openBoard.ts'
import type { BoardAddress } from './placeGrades.ts'
import { ROUTINE, readGradings } from './routineFacts.store.ts'
import { type BoardAnswer, presentBoard } from './presentBoard.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Submits a grading board: every member must be graded, with a reason; one that was returned must be changed, or say why not. `boardLocked`, `boardIncomplete`, `boardUnchanged`, `staleRevision`. */
export async function submitBoard({
  context,
  actor,
  change,
  params: address,
  body: { revision, reason },
}: Served<'POST /api/years/:year/units/:unit/boards/:component/submit'>): Promise<BoardAnswer | Refusal> {
  return onBoard(context, actor, change, address, revision, async (tx, group, opened) => {
    const { board, rows } = opened
    if (board.state === 'submitted' || board.state === 'accepted')
      return refuse('boardLocked', { state: boardWords[board.state] })
    const ungraded = group.members.filter(member => rows.get(member.unit)!.grade === null)
    const unreasoned = group.members.filter(member => rows.get(member.unit)!.reason.trim() === '')
    if (ungraded.length + unreasoned.length > 0) {
      return refuse('boardIncomplete', {
        ungraded: describeNames(ungraded.map(one => one.name)),
        unreasoned: describeNames(unreasoned.map(one => one.name)),
      })
    }
    if (board.state === 'returned' && reason === '' && (await isUnchanged(tx, group, opened)))
      return refuse('boardUnchanged', {})
    await saveState(tx, board, 'submitted')
    await note(tx, context, actor, group, opened, 'submitted', reason)
    return {
      kind: 'boardSubmitted',
      values: { component: group.component.name, grades: describeGiven(group, opened), reason },
    }
  })
}

/** Accepts a grading board: its grades become facts of the year in the same transaction and replace grades of the same units from other sources. `boardNotSubmitted`, `boardOutdated`, `staleRevision`, `yearSealed`. */
export async function acceptBoard({
  context,
  actor,
  change,
  params: address,
  body: { revision },
}: Served<'POST /api/years/:year/units/:unit/boards/:component/accept'>): Promise<BoardAnswer | Refusal> {
  return onBoard(context, actor, change, address, revision, async (tx, group, opened, { units }) => {
    const { board, rows, joined, left, unplaced } = opened
    if (board.state !== 'submitted') return refuse('boardNotSubmitted', { state: boardWords[board.state] })
    if (joined.length + left.length + unplaced.length > 0) {
      const told = (ids: readonly string[]) => describeNames(ids.map(id => units.get(id)?.name ?? id))
      return refuse('boardOutdated', { joined: told(joined), left: told(left) })
    }
    const next = await bumpCycle(tx, address.year)
    if (isRefusal(next)) return next
    const origin = { author: actor.name, now: context.now(), revision: next }
    const before = (await readGradings(tx, address.year)).filter(
      one => one.component === group.component.id && rows.has(one.unit),
    )
    await withdrawFacts(
      tx,
      address.year,
      before.map(one => one.place),
      origin,
    )
    const gradings = group.members.map(({ unit }): Grading => {
      const { grade, reason } = rows.get(unit)!
      return { unit, component: group.component.id, grade: grade!, by: group.lead.id, reason }
    })
    const places = await insertFacts(tx, address.year, { gradings }, { ...origin, source: ROUTINE })
    await saveFactPlaces(tx, board.id, new Map(gradings.map((one, at) => [one.unit, places[at]!])))
    await saveState(tx, board, 'accepted')
    await note(tx, context, actor, group, opened, 'accepted')
    const values = {
      component: group.component.name,
      grades: describeGiven(group, opened),
      written: gradings.length,
      replaced: before.length,
    }
    return { kind: 'boardAccepted', values }
  })
}

/** Returns a grading board to its lead unit, with a reason; if it was accepted, withdraws its facts. `boardNotSubmitted`, `staleRevision`, `yearSealed`. */
export async function returnBoard({
  context,
  actor,
  change,
  params: address,
  body: { revision, reason },
}: Served<'POST /api/years/:year/units/:unit/boards/:component/return'>): Promise<BoardAnswer | Refusal> {
  return onBoard(context, actor, change, address, revision, async (tx, group, opened) => {
    const { board, facts } = opened
    if (board.state !== 'submitted' && board.state !== 'accepted')
      return refuse('boardNotSubmitted', { state: boardWords[board.state] })
    let withdrawn = 0
    if (facts.length > 0) {
      const next = await bumpCycle(tx, address.year)
      if (isRefusal(next)) return next
      withdrawn = await withdrawFacts(tx, address.year, facts, {
        author: actor.name,
        now: context.now(),
        revision: next,
      })
      await clearFactPlaces(tx, board.id)
    }
    await saveState(tx, board, 'returned')
    await note(tx, context, actor, group, opened, 'returned', reason)
    return { kind: 'boardReturned', values: { component: group.component.name, reason, withdrawn } }
  })
}

type StepEvent =
  | {
      readonly kind: 'boardSubmitted'
      readonly values: { readonly component: string; readonly grades: string; readonly reason: string }
    }
  | {
      readonly kind: 'boardReturned'
      readonly values: { readonly component: string; readonly reason: string; readonly withdrawn: number }
    }
  | {
      readonly kind: 'boardAccepted'
      readonly values: {
        readonly component: string
        readonly grades: string
        readonly written: number
        readonly replaced: number
      }
    }

type Step = (
  tx: Transaction,
  group: GradedGroup,
  opened: OpenedBoard,
  ground: GradingContext,
) => Promise<StepEvent | Refusal>

async function onBoard(
  context: AppContext,
  actor: Actor,
  change: Change,
  { year, unit, component }: BoardAddress,
  revision: number,
  step: Step,
): Promise<BoardAnswer | Refusal> {
  return change<BoardAnswer>(async tx => {
    const ground = await loadGradingContext(tx, year)
    if (isRefusal(ground)) return ground
    const group = groupOf(ground, unit, component)
    if (isRefusal(group)) return group
    const opened = await openBoard(tx, context, actor, year, group)
    if (isRefusal(opened)) return opened
    if (opened.board.revision !== revision) {
      const last = (await readSteps(tx, opened.board.id)).at(-1)
      return staleRevision('等次评定', last?.by, last?.at ?? opened.board.openedAt)
    }
    const done = await step(tx, group, opened, ground)
    if ('code' in done) return done
    return {
      answer: await presentBoard(context, tx, actor, year, ground, group),
      events: [{ ...done, year, unit }],
    }
  })
}

async function note(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  group: GradedGroup,
  opened: OpenedBoard,
  step: 'submitted' | 'returned' | 'accepted',
  reason = '',
): Promise<void> {
  const grades = givenBy(group, opened)
  await noteSteps(tx, [
    {
      board: opened.board.id,
      step,
      reason,
      grades,
      byId: actor.id,
      by: actor.name,
      at: context.now().toISOString(),
    },
  ])
}

/** Checks whether a returned board has the same grades and reasons as when it was last submitted. */
async function isUnchanged(tx: Transaction, group: GradedGroup, opened: OpenedBoard): Promise<boolean> {
  const last = (await readSteps(tx, opened.board.id)).findLast(({ step }) => step === 'submitted')
  const told = (grades: NonNullable<typeof last>['grades']) =>
    JSON.stringify(grades.map(({ name, units, reasons }) => [name, units, reasons]))
  return last !== undefined && told(last.grades) === told(givenBy(group, opened))
}

function givenBy({ method, members }: GradedGroup, { rows }: OpenedBoard) {
  return method.grades.map(({ id, name }) => {
    const given = members.filter(member => rows.get(member.unit)?.grade === id)
    return {
      name,
      units: given.map(member => member.name),
      reasons: given.map(member => rows.get(member.unit)!.reason),
    }
  })
}

function describeGiven(group: GradedGroup, opened: OpenedBoard): string {
  return givenBy(group, opened)
    .map(({ name, units }) => `${name}${units.length}个（${units.join('、')}）`)
    .join('，')
}
