import { remedyStateNames } from '../../../contract/ledger/remedyNames.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { whyTooFar } from '../../../domain/kernel/whyTooFar.ts'
import { replaceAttached } from '../../office/files/attachFiles.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { OfUnit } from './enterEntry.ts'
import { loadLedgerContext } from './ledgerContext.ts'
import { remedyOwner } from './listRemedies.ts'
import { whyYearClosed } from '../../year/whyYearClosed.ts'
import {
  findRemedy,
  insertRemedies,
  type NewRemedy,
  readRemedies,
  saveRemedy,
  type StoredRemedy,
  titlesOf,
} from './remedies.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** One remedy of a unit. */
interface OfRemedy extends OfUnit {
  readonly remedy: string
}

/** The fields of a remedy to list. */
export interface RemedyFields {
  readonly problem: string
  readonly row?: string | undefined
  readonly measure: string
  readonly deadline?: Day | undefined
}

/** Adds a remedy: a unit's self-check (自查), or a problem that the committee raises with it. `ledgerRowUnknown`, `remedyTwin`, `deadlineFar`. */
export async function addRemedy({
  context,
  actor,
  change,
  params: at,
  body: fields,
}: Served<'POST /api/years/:year/units/:unit/remedies'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const sealed = await whyYearClosed(tx, at.year)
    if (sealed !== undefined) return sealed
    const far = whyTooFar(fields.deadline, context.today())
    if (far !== undefined) return far
    const ground = await loadLedgerContext(tx, at.year, at.unit)
    if (isRefusal(ground)) return ground
    if (
      fields.row !== undefined &&
      !ground.scheme.rubrics.some(rubric => rubric.rows.some(row => row.id === fields.row))
    )
      return refuse('ledgerRowUnknown', { row: fields.row })
    const there = await readRemedies(tx, at.year, at.unit)
    if (there.some(one => one.problem === fields.problem && one.row === (fields.row ?? null)))
      return refuse('remedyTwin', { problem: fields.problem })
    const origin = actor.grants.some(grant => grant.unit === at.unit) ? 'self' : 'committee'
    const made = newRemedy(context, actor, at, origin, fields)
    await insertRemedies(tx, [made])
    return {
      answer: { id: made.id },
      events: [{ kind: 'remedyAdded', ...at, values: { item: made.id, problem: fields.problem } }],
    }
  })
}

/** Updates a remedy: measure, deadline, state, result and proof. `staleRevision`, `remedyResultMissing`, `remedyEntryUnknown`, `deadlineFar`. */
export async function updateRemedy({
  context,
  actor,
  change,
  params: { year, unit, remedy },
  body: { files, revision, entries, deadline, ...said },
}: Served<'POST /api/years/:year/units/:unit/remedies/:remedy'>): Promise<{ revision: number } | Refusal> {
  return change<{ revision: number }>(async tx => {
    const before = await loadRemedy(tx, { year, unit, remedy }, revision)
    if (isRefusal(before)) return before
    const far = whyTooFar(deadline, context.today())
    if (far !== undefined) return far
    if (before.follows) return refuse('remedyFollows', { year: year - 1 })
    if ((said.state === 'done' || said.state === 'kept') && said.result === '')
      return refuse('remedyResultMissing', {})
    const cited = [...new Set(entries)]
    const known = await titlesOf(tx, year, cited)
    if (cited.some(id => known.get(id)?.unit !== unit && !before.entries.includes(id)))
      return refuse('remedyEntryUnknown', {})
    const refused = await replaceAttached(
      tx,
      context,
      actor,
      { owner: remedyOwner(before), ownerId: remedy, year, unit },
      files,
    )
    if (refused !== undefined) return refused
    await saveRemedy(tx, before, {
      ...said,
      deadline: deadline ?? null,
      entries: cited,
      ...stamp(context, actor),
    })
    const [from, to] = [remedyStateNames[before.state], remedyStateNames[said.state]]
    return {
      answer: { revision: revision + 1 },
      events: [
        { kind: 'remedyUpdated', year, unit, values: { item: remedy, problem: before.problem, from, to } },
      ],
    }
  })
}

/** Withdraws a remedy; it is no longer listed. Only the committee withdraws what it put on a unit's list. `remedyOfCommittee`. */
export async function withdrawRemedy({
  context,
  actor,
  change,
  reach,
  params: { year, unit, remedy },
  body: { reason, revision },
}: Served<'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const before = await loadRemedy(tx, { year, unit, remedy }, revision)
    if (isRefusal(before)) return before
    if (before.origin !== 'self' && !reach.all) return refuse('remedyOfCommittee', {})
    await saveRemedy(tx, before, { withdrawnReason: reason, ...stamp(context, actor) })
    const values = { item: remedy, problem: before.problem, reason }
    return { answer: { id: remedy }, events: [{ kind: 'remedyWithdrawn', year, unit, values }] }
  })
}

/** Builds a remedy to store. */
export function newRemedy(
  context: AppContext,
  actor: Pick<Actor, 'name'>,
  { year, unit }: OfUnit,
  origin: StoredRemedy['origin'],
  { problem, row, measure, deadline }: RemedyFields,
): NewRemedy {
  return {
    id: context.newId(),
    year,
    unit,
    origin,
    row: row ?? null,
    problem,
    measure,
    deadline: deadline ?? null,
    state: 'notStarted',
    result: '',
    entries: [],
    madeBy: actor.name,
    ...stamp(context, actor),
  }
}

function stamp(context: AppContext, actor: Pick<Actor, 'name'>) {
  return { changedBy: actor.name, changedAt: context.now().toISOString() }
}

async function loadRemedy(
  tx: Transaction,
  { year, unit, remedy }: OfRemedy,
  revision: number,
): Promise<StoredRemedy | Refusal> {
  const sealed = await whyYearClosed(tx, year)
  if (sealed !== undefined) return sealed
  const found = await findRemedy(tx, year, unit, remedy)
  if (found === undefined) return refuse('notFound', { what: '这一项' })
  if (found.revision === revision) return found
  return staleRevision('这一项', found.changedBy, found.changedAt)
}
