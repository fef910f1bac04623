import { planFaultSentence } from '../../../contract/rounds/planFaultSentence.ts'
import { blocksIssue, type PlanFault } from '../../../domain/campaign/plan/planFaults.ts'
import { conflictOf } from '../../../domain/campaign/plan/planTerms.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Assignment, assignmentsOfRound, findAssignment } from './assignments.store.ts'
import {
  findInRound,
  insertAssignment,
  removeAssignment,
  saveAssignment,
  type Stamp,
  stampOf,
} from './plan.store.ts'
import { faultsOfRound, groupOf, type PlanContext, loadPlanContext } from './planContext.ts'
import { loadRound, whyRoundClosed } from './roundOpen.ts'
import type { StoredRound } from './rounds.store.ts'
import { type AssignmentPart, presentAssignment } from './presentRound.ts'
import { planNames } from './viewPlan.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The editable fields of an assignment. */
interface AssignmentFields {
  readonly plannedOn?: Day
  readonly team?: number
  readonly inspectors: readonly string[]
  readonly note: string
}

/** Adds a unit to the plan; a unit removed earlier is restored. `unitAlreadyPlanned`, `ownInspection`. */
export function makeAssignment({
  context,
  actor,
  change,
  params: { year, round: id },
  body: { unit, ...fields },
}: Served<'POST /api/years/:year/rounds/:round/assignments'>): Promise<AssignmentPart | Refusal> {
  const stamp = stampOf(context, actor)
  return change<AssignmentPart>(async tx => {
    const opened = await loadPlan(tx, year, id)
    if (isRefusal(opened)) return opened
    const { round, ground } = opened
    if (!ground.units.some(one => one.id === unit)) return refuse('noSuchUnit', { unit })
    const unfit = whyUnfit(ground, unit, fields.inspectors, [])
    if (unfit !== undefined) return unfit
    const before = await findInRound(tx, id, unit)
    if (before !== undefined && !before.cancelled) {
      return refuse('unitAlreadyPlanned', { unit: planNames(ground).unit(unit), round: round.name })
    }
    const made = before?.id ?? context.newId()
    if (before !== undefined)
      await saveAssignment(
        tx,
        made,
        { ...valuesOf(fields, stamp), state: 'planned' },
        unique(fields.inspectors),
      )
    else {
      const row = {
        id: made,
        year,
        round: id,
        kind: 'committee',
        quarter: round.quarter,
        unit,
        ...valuesOf(fields, stamp),
      } as const
      await insertAssignment(tx, row, unique(fields.inspectors))
    }
    return written(tx, context, { round, ground, id: made }, ({ unitName, people, on }) => ({
      kind: 'assignmentMade',
      year,
      unit,
      values: { round: round.name, unitName, people, on },
    }))
  })
}

/** Edits an assignment: people, team, day. `staleRevision`, `assignmentDone`, `ownInspection`, `inspectorInactive`. */
export function editAssignment({
  context,
  actor,
  change,
  params: { year, round: id, assignment },
  body: { revision, ...fields },
}: Served<'PUT /api/years/:year/rounds/:round/assignments/:assignment'>): Promise<AssignmentPart | Refusal> {
  const stamp = stampOf(context, actor)
  return change<AssignmentPart>(async tx => {
    const opened = await loadPlan(tx, year, id)
    if (isRefusal(opened)) return opened
    const { round, ground } = opened
    const before = await findPlanned(tx, ground, id, assignment, revision)
    if (isRefusal(before)) return before
    const unfit = whyUnfit(
      ground,
      before.unit,
      fields.inspectors,
      before.inspectors.map(one => one.id),
    )
    if (unfit !== undefined) return unfit
    await saveAssignment(tx, assignment, valuesOf(fields, stamp), unique(fields.inspectors))
    return written(tx, context, { round, ground, id: assignment }, ({ unitName, people, on }) => ({
      kind: 'assignmentChanged',
      year,
      unit: before.unit,
      values: { round: round.name, unitName, changes: describeChanges(before, people, on, fields) },
    }))
  })
}

/** Removes an assignment. */
export function dropAssignment({
  context,
  actor,
  change,
  params: { year, round: id, assignment },
  query: { revision },
}: Served<'DELETE /api/years/:year/rounds/:round/assignments/:assignment'>): Promise<
  { assignment: string } | Refusal
> {
  const stamp = stampOf(context, actor)
  return change<{ assignment: string }>(async tx => {
    const opened = await loadPlan(tx, year, id)
    if (isRefusal(opened)) return opened
    const { round, ground } = opened
    const before = await findPlanned(tx, ground, id, assignment, revision)
    if (isRefusal(before)) return before
    await removeAssignment(tx, assignment, round.state !== 'drafted', stamp)
    const values = { round: round.name, unitName: planNames(ground).unit(before.unit) }
    return {
      answer: { assignment },
      events: [{ kind: 'assignmentRemoved', year, unit: before.unit, values }],
    }
  })
}

interface OpenPlan {
  readonly round: StoredRound
  readonly ground: PlanContext
}

async function loadPlan(tx: Transaction, year: number, id: string): Promise<OpenPlan | Refusal> {
  const round = await loadRound(tx, year, id)
  if (isRefusal(round)) return round
  const closed = whyRoundClosed(round)
  if (closed !== undefined) return closed
  const ground = await loadPlanContext(tx, round)
  return isRefusal(ground) ? ground : { round, ground }
}

async function findPlanned(
  tx: Transaction,
  ground: PlanContext,
  round: string,
  id: string,
  seen: number,
): Promise<Assignment | Refusal> {
  const found = await findAssignment(tx, id, { lock: true })
  if (found === undefined || found.round !== round || found.state === 'cancelled')
    return refuse('notFound', { what: '这项核查安排' })
  const unit = planNames(ground).unit(found.unit)
  if (found.revision !== seen) return staleRevision(`对“${unit}”的核查安排`, found.changedBy, found.changedAt)
  return found.state === 'done' ? refuse('assignmentDone', { unit }) : found
}

/** Explains why people are unfit for an assignment: unknown, at their own unit or lead group, or newly added though inactive. */
function whyUnfit(
  ground: PlanContext,
  unit: string,
  inspectors: readonly string[],
  were: readonly string[],
): Refusal | undefined {
  const names = planNames(ground)
  for (const id of inspectors) {
    const person = ground.inspectors.find(one => one.id === id)
    if (person === undefined) return refuse('inspectorUnknown', { inspector: id })
    const why = conflictOf(person, { id: unit, group: groupOf(ground.roster, unit) })
    if (why !== undefined)
      return refuse('ownInspection', { inspector: names.inspector(id), unit: names.unit(unit), why })
    if (!person.active && !were.includes(id))
      return refuse('inspectorInactive', { inspector: names.inspector(id) })
  }
  return undefined
}

interface Told {
  readonly unitName: string
  readonly people: string
  readonly on: string
}

/** Checks, after issue, that the row is still fit to be carried out; then returns the answer and the trail event. */
async function written(
  tx: Transaction,
  context: AppContext,
  { round, ground, id }: OpenPlan & { readonly id: string },
  event: (told: Told) => Done<unknown>['events'][number],
): Promise<Done<AssignmentPart> | Refusal> {
  const names = planNames(ground)
  if (round.state === 'issued') {
    const all = await assignmentsOfRound(tx, round.id)
    const { unit } = all.find(one => one.id === id)!
    const touches = (fault: PlanFault): boolean =>
      fault.visit === id || (fault.kind === 'sameTime' && fault.values.units.includes(unit))
    const faults = faultsOfRound(round, ground, all).filter(fault => blocksIssue(fault) && touches(fault))
    if (faults.length > 0)
      return refuse('planFaulty', { total: faults.length, first: planFaultSentence(faults[0]!, names) })
  }
  const saved = (await findAssignment(tx, id))!
  const told = { unitName: names.unit(saved.unit), people: peopleOf(saved), on: dayOf(saved.plannedOn) }
  return { answer: presentAssignment(saved, names.unit, context.today()), events: [event(told)] }
}

function describeChanges(
  before: Assignment,
  people: string,
  on: string,
  { team, note }: AssignmentFields,
): readonly string[] {
  const [peopleBefore, dayBefore] = [peopleOf(before), dayOf(before.plannedOn)]
  const changes = [
    ...(people === peopleBefore ? [] : [`人员由${peopleBefore}改为${people}`]),
    ...(on === dayBefore ? [] : [`日期由${dayBefore}改为${on}`]),
    ...(team === before.team ? [] : [`组别由${teamOf(before.team)}改为${teamOf(team)}`]),
    ...(note === before.note ? [] : [`备注改为“${note}”`]),
  ]
  return changes.length === 0 ? ['没有改动'] : changes
}

function peopleOf({ inspectors }: Assignment): string {
  return inspectors.map(one => one.name).join('、') || '未派人'
}

function dayOf(day: Day | undefined): string {
  return day === undefined ? '未定日期' : printDay(day)
}

function teamOf(team: number | undefined): string {
  return team === undefined ? '未分组' : `第${team}组`
}

function valuesOf({ plannedOn, team, note }: AssignmentFields, { by, at }: Stamp) {
  return {
    plannedOn: plannedOn ?? null,
    team: team ?? null,
    note,
    changedBy: by,
    changedAt: at.toISOString(),
  }
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
}
