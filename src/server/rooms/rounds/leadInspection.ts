import { printDay, quarterOf } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { findAssignment, isBarred } from './assignments.store.ts'
import { insertInspectors, inspectorOfAccount, leadInspectorNamed } from './inspectors.store.ts'
import { insertAssignment, removeAssignment, type Stamp, stampOf } from './plan.store.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import { type AssignmentPart, presentAssignment } from './presentRound.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** Plans a lead unit's own inspection of a member, with the people it names. `notLedBy`, `roundDaysWrong`, `ownInspection`. (三（二）2, R22) */
export function planLeadInspection({
  context,
  actor,
  change,
  params: { year, unit: id },
  body: { plannedOn, people, note },
}: Served<'POST /api/years/:year/units/:unit/lead-inspections'>): Promise<AssignmentPart | Refusal> {
  const stamp = stampOf(context, actor)
  return change<AssignmentPart>(async tx => {
    const closed = await whyYearClosed(tx, year)
    if (closed !== undefined) return closed
    const units = new Map((await readRoster(tx, year)).units.map(unit => [unit.id, unit]))
    const led = ledBy(actor, units, id)
    if (isRefusal(led)) return led
    if (!plannedOn.startsWith(`${year}-`))
      return refuse('roundDaysWrong', { from: printDay(plannedOn), to: printDay(plannedOn) })
    const { name, leadUnit } = led
    if (await isBarred(tx, { account: actor.id, year, unit: id, by: 'leadUnit' })) {
      return refuse('ownInspection', { inspector: actor.name, unit: name, why: 'ownUnit' })
    }
    const inspectors = [
      await inspectorFor(tx, context, { name: actor.name, account: actor.id, leadUnit }, stamp),
    ]
    for (const person of new Set(people)) {
      if (person !== actor.name)
        inspectors.push(await inspectorFor(tx, context, { name: person, leadUnit }, stamp))
    }
    const made = context.newId()
    const { by: changedBy, at } = stamp
    const row = {
      id: made,
      year,
      kind: 'leadUnit',
      leadUnit,
      quarter: quarterOf(plannedOn),
      unit: id,
      plannedOn,
      note,
      changedBy,
    } as const
    await insertAssignment(tx, { ...row, changedAt: at.toISOString() }, inspectors)
    const saved = (await findAssignment(tx, made))!
    const values = {
      unitName: name,
      people: saved.inspectors.map(one => one.name).join('、'),
      on: printDay(plannedOn),
    }
    return {
      answer: presentAssignment(saved, unit => units.get(unit)?.name ?? unit, context.today()),
      events: [{ kind: 'leadInspectionPlanned', year, unit: id, values }],
    }
  })
}

/** Removes a lead unit's inspection that is not yet done. `assignmentDone`, `staleRevision`. */
export function dropLeadInspection({
  context,
  actor,
  change,
  params: { year, unit: id, assignment },
  query: { revision },
}: Served<'DELETE /api/years/:year/units/:unit/lead-inspections/:assignment'>): Promise<
  { assignment: string } | Refusal
> {
  const stamp = stampOf(context, actor)
  return change<{ assignment: string }>(async tx => {
    const closed = await whyYearClosed(tx, year)
    if (closed !== undefined) return closed
    const units = new Map((await readRoster(tx, year)).units.map(unit => [unit.id, unit]))
    const led = ledBy(actor, units, id)
    if (isRefusal(led)) return led
    const found = await findAssignment(tx, assignment, { lock: true })
    if (
      found === undefined ||
      found.by !== 'leadUnit' ||
      found.unit !== id ||
      found.year !== year ||
      found.state === 'cancelled'
    ) {
      return refuse('notFound', { what: '这项核查安排' })
    }
    if (found.revision !== revision)
      return staleRevision(`对“${led.name}”的核查`, found.changedBy, found.changedAt)
    if (found.state === 'done') return refuse('assignmentDone', { unit: led.name })
    await removeAssignment(tx, assignment, true, stamp)
    const values = { unitName: led.name, on: printDay(found.plannedOn!) }
    return { answer: { assignment }, events: [{ kind: 'leadInspectionRemoved', year, unit: id, values }] }
  })
}

/** Returns the member if the actor acts for its lead unit. */
function ledBy(
  { grants }: Actor,
  units: ReadonlyMap<string, Unit>,
  id: string,
): (Unit & { readonly leadUnit: string }) | Refusal {
  const unit = units.get(id)
  const leadUnit = unit?.leadUnit
  const leads =
    leadUnit !== undefined && grants.some(grant => grant.role === 'leadUnit' && grant.unit === leadUnit)
  return leads ? { ...unit!, leadUnit } : refuse('notLedBy', { unit: unit?.name ?? id })
}

async function inspectorFor(
  tx: Transaction,
  context: AppContext,
  {
    name,
    account,
    leadUnit,
  }: { readonly name: string; readonly account?: string; readonly leadUnit: string },
  { by, at }: Stamp,
): Promise<string> {
  const known =
    account === undefined
      ? await leadInspectorNamed(tx, leadUnit, name)
      : await inspectorOfAccount(tx, account)
  if (known !== undefined) return known.id
  const id = context.newId()
  const row = {
    id,
    name,
    account: account ?? null,
    homeUnit: leadUnit,
    serves: 'leadUnit',
    changedBy: by,
    changedAt: at.toISOString(),
  } as const
  await insertInspectors(tx, [row])
  return id
}
