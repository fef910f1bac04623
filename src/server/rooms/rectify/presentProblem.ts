import { isOverdue } from '../../../domain/campaign/rectify/decideProblem.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { listAttached } from '../../office/files/attachFiles.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { titlesOf } from '../ledger/remedies.store.ts'
import { findProblem, listSteps, type StoredProblem } from './rectify.store.ts'
import {
  actsOf,
  loadRectify,
  type RectifyContext,
  stateOf,
  vetterFor,
  vettersOf,
  waitsFor,
} from './rectifyContext.ts'

/** A problem as its reader sees it. */
export type ProblemAnswer = Answered<'GET /api/years/:year/units/:unit/problems/:problem'>

/** One problem of the list. */
export type ProblemLine = Answered<'GET /api/years/:year/problems'>['problems'][number]

/** Checks whether a reader sees a problem: before it is sent, only those who see all units do. */
export function isShown({ unit, sentOn }: StoredProblem, reach: Reach): boolean {
  return reach.all || (reach.has(unit) && sentOn !== null)
}

/** Shows a problem. `notFound`, `yearWithoutScheme`. */
export async function viewProblem({
  context,
  actor,
  reach,
  params,
}: Served<'GET /api/years/:year/units/:unit/problems/:problem'>): Promise<ProblemAnswer | Refusal> {
  const ground = await loadRectify(context.db, params.year)
  return isRefusal(ground) ? ground : presentProblem(context.db, context, actor, ground, params, reach)
}

/** Presents a problem for one reader. `notFound`. */
export async function presentProblem(
  db: Database | Transaction,
  context: Pick<AppContext, 'today'>,
  actor: Actor,
  ground: RectifyContext,
  { year, unit, problem }: { readonly year: number; readonly unit: string; readonly problem: string },
  reach?: Reach,
): Promise<ProblemAnswer | Refusal> {
  const row = await findProblem(db, year, unit, problem)
  if (row === undefined || (reach !== undefined && !isShown(row, reach)))
    return refuse('notFound', { what: '这个问题' })
  const today = context.today()
  return {
    ...presentLine(ground, actor, row, today),
    year,
    source: row.source,
    objectUntil: row.objectUntil ?? undefined,
    planBy: row.planBy ?? undefined,
    cause: row.cause,
    remedy: row.remedy,
    deadline: row.deadline ?? undefined,
    draftedBy: row.draftedBy,
    signers: signersShown(ground, actor, row),
    acts: actsOf(ground, actor, row, today),
    steps: await presentSteps(db, ground, row),
  }
}

/** Presents one problem of the list. */
export function presentLine(
  ground: RectifyContext,
  actor: Actor,
  row: StoredProblem,
  today: Day,
): ProblemLine {
  const { units, rowTitles } = ground
  const unit = units.get(row.unit)
  const lead = unit?.leadUnit === undefined ? undefined : units.get(unit.leadUnit)
  const overdue = isOverdue(stateOf(row), row.planBy ?? undefined, today)
  return {
    id: row.id,
    unit: row.unit,
    unitName: unit?.name ?? row.unit,
    leadUnitName: lead?.name,
    origin: row.origin,
    row: row.row ?? undefined,
    rowTitle: row.row === null ? undefined : (rowTitles.get(row.row) ?? row.row),
    citation: row.citation,
    lost: row.lost ?? undefined,
    text: row.text,
    standing: row.standing,
    again: [...row.again],
    isReceived: row.receivedOn !== null,
    objection: row.objection,
    extensionUntil: row.extensionUntil ?? undefined,
    owner: row.owner,
    dueOn: dueOf(row),
    overdue,
    waits: waitsFor(actsOf(ground, actor, row, today), overdue),
    revision: row.revision,
  }
}

function dueOf({ standing, planBy, deadline }: StoredProblem): string | undefined {
  if (standing === 'sent' || standing === 'planReturned') return planBy ?? undefined
  return deadline ?? undefined
}

function signersShown(ground: RectifyContext, actor: Actor, row: StoredProblem): ProblemAnswer['signers'] {
  const isDraft = row.standing === 'drafted' || row.standing === 'reviewed'
  const mine = isDraft ? undefined : vetterFor(ground, actor, row.unit)
  const signed = new Map((isDraft ? row.reviews : row.vets).map(one => [one.body, one.byId]))
  return (isDraft ? ground.bodies : vettersOf(ground, row.unit)).map(({ id, name }) => ({
    id,
    name,
    signed: signed.has(id),
    mine: isDraft ? !signed.has(id) : id === mine,
  }))
}

async function presentSteps(
  db: Database | Transaction,
  ground: RectifyContext,
  { id, year, unit }: StoredProblem,
): Promise<ProblemAnswer['steps']> {
  const steps = await listSteps(db, id)
  const names = new Map([...ground.bodies, ...vettersOf(ground, unit)].map(one => [one.id, one.name]))
  const cited = steps.flatMap(step => step.entries)
  const entries = new Map(
    (
      await Promise.all([year, year + 1].map(async of => [of, await titlesOf(db, of, cited)] as const))
    ).flatMap(([of, titles]) =>
      [...titles].map(([entry, { title, happenedOn }]) => [
        entry,
        { id: entry, title, happenedOn, year: of },
      ]),
    ),
  )
  const files = await listAttached(
    db,
    'rectification',
    steps.map(step => step.id),
  )
  return steps.map(step => ({
    kind: step.kind,
    body: step.body === '' ? undefined : (names.get(step.body) ?? step.body),
    by: step.by,
    on: step.on,
    text: step.text,
    until: step.until ?? undefined,
    entries: step.entries.flatMap(entry => entries.get(entry) ?? []),
    gone: step.entries.filter(entry => !entries.has(entry)).length,
    files: [...(files.get(step.id) ?? [])],
  }))
}
