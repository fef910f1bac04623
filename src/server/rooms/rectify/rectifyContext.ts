import { hash } from 'node:crypto'
import type { problemActs } from '../../../contract/rectify/rectifyParts.ts'
import { decideProblem } from '../../../domain/campaign/rectify/decideProblem.ts'
import type { ProblemCommand, ProblemState, Signers } from '../../../domain/campaign/rectify/problemState.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { LEAD_UNIT_VETS } from '../../../domain/scheme/reportRules.ts'
import type { Named } from '../../../domain/scheme/scheme.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { readHolders } from '../../office/accounts/accounts.store.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import type { StoredProblem } from './rectify.store.ts'

/** The committee as one of those who vet a plan. */
const COMMITTEE = { id: 'committee', name: '组织考核者' }

/** What the problems of a year are judged by: scheme, roster, the bodies that review and the accounts that may review for them. */
export interface RectifyContext extends YearContext {
  readonly reviewers: readonly string[]
  readonly bodies: readonly Named[]
  readonly rowTitles: ReadonlyMap<string, string>
}

/** Loads what the problems of a year are judged by. `notFound`, `yearWithoutScheme`. */
export async function loadRectify(
  db: Database | Transaction,
  year: number,
): Promise<RectifyContext | Refusal> {
  const found = await loadYear(db, year)
  return isRefusal(found) ? found : rectifyContextOf(found, await readHolders(db, 'committee'))
}

/** Derives the bodies of the committee that review: those of the report, or the committee as one. */
export function rectifyContextOf(found: YearContext, reviewers: readonly string[]): RectifyContext {
  const { report, rubrics } = found.scheme
  return {
    ...found,
    reviewers,
    bodies: report?.bodies.length ? report.bodies : [COMMITTEE],
    rowTitles: new Map(rubrics.flatMap(({ rows }) => rows.map(row => [row.id, row.title] as const))),
  }
}

/** Returns the clause of a row of the rubric; none for what concerns no row. */
export function citationOf({ scheme }: RectifyContext, row: string | undefined): string {
  if (row === undefined) return ''
  return scheme.rubrics.flatMap(({ rows }) => rows).find(({ id }) => id === row)?.citation ?? ''
}

/** Lists who vets the plan of a unit: its lead unit, if it has one, and the committee. */
export function vettersOf({ units }: RectifyContext, unit: string): readonly Named[] {
  const leadId = units.get(unit)?.leadUnit
  const lead: Unit | undefined = leadId === undefined ? undefined : units.get(leadId)
  return [...(lead === undefined ? [] : [{ id: LEAD_UNIT_VETS, name: lead.name }]), COMMITTEE]
}

/** Lists who signs for a problem of a unit. */
export function signersOf(ground: RectifyContext, unit: string): Signers {
  return {
    bodies: ground.bodies.map(({ id }) => id),
    vetters: vettersOf(ground, unit).map(({ id }) => id),
  }
}

/** Converts a stored problem to the domain's shape. */
export function stateOf(row: StoredProblem): ProblemState {
  const { standing, reviews, objection, cause, remedy, owner, vets } = row
  return {
    standing,
    draftedBy: row.draftedById,
    reviews,
    isReceived: row.receivedOn !== null,
    objection,
    objectUntil: row.objectUntil ?? undefined,
    plan: { cause, remedy, owner, deadline: row.deadline ?? undefined },
    vets,
    extensionUntil: row.extensionUntil ?? undefined,
    claimedBy: row.claimedById ?? undefined,
  }
}

/** An act that a reader may be offered. */
export type ProblemAct = (typeof problemActs)[number]

/** Checks whether somebody acts for the committee, or the lead unit of this unit, and is not of the unit itself. */
function judges({ grants }: Actor, unit: string, leadUnit: string | undefined): boolean {
  if (grants.some(grant => grant.unit === unit)) return false
  return grants.some(
    grant =>
      grant.role === 'committee' ||
      (grant.role === 'leadUnit' && leadUnit !== undefined && grant.unit === leadUnit),
  )
}

/** Returns the vetter for whom somebody vets a plan, if any. */
export function vetterFor({ units }: RectifyContext, actor: Actor, unit: string): string | undefined {
  const leadUnit = units.get(unit)?.leadUnit
  if (!judges(actor, unit, leadUnit)) return undefined
  return actor.grants.some(({ role }) => role === 'committee') ? COMMITTEE.id : LEAD_UNIT_VETS
}

/** Lists what a reader may do with a problem today. */
export function actsOf(ground: RectifyContext, actor: Actor, row: StoredProblem, today: Day): ProblemAct[] {
  const { unit, standing } = row
  if (standing === 'confirmed' || standing === 'dropped') return []
  const own = actor.grants.some(grant => grant.unit === unit && RECTIFIES.has(grant.role))
  const vetter = vetterFor(ground, actor, unit)
  const isCommittee = vetter === COMMITTEE.id
  const [state, signers] = [stateOf(row), signersOf(ground, unit)]
  const may = (command: ProblemCommand) => !isRefusal(decideProblem(state, command, signers, today))
  const acts: ProblemAct[] = []
  if (isCommittee) {
    if (may({ do: 'word' })) acts.push('word', 'drop')
    if (ground.bodies.some(({ id }) => mayReview(ground, actor, row, id, today))) acts.push('review')
    if (may({ do: 'answer', upheld: false })) acts.push('answer')
  }
  if (vetter !== undefined) {
    if (may({ do: 'vet', body: vetter, by: actor.id, agrees: true })) acts.push('vet')
    if (may({ do: 'answerExtension', granted: true })) acts.push('answerExtension')
    if (may({ do: 'check', by: actor.id, isMended: true })) acts.push('check')
  }
  if (own) {
    if (may({ do: 'receive' })) acts.push('receive')
    if (may({ do: 'object' })) acts.push('object')
    if (may({ do: 'plan' })) acts.push('plan')
    if (may({ do: 'progress' })) acts.push('progress', 'claim')
    if (row.extensionUntil === null && standing === 'inProgress') acts.push('extend')
  }
  return acts
}

const RECTIFIES: ReadonlySet<string> = new Set(['unit', 'secretary', 'leadUnit'])

/** The acts that somebody else waits for; the others are for whoever wants to. */
const WAITED: ReadonlySet<ProblemAct> = new Set([
  'review',
  'receive',
  'answer',
  'plan',
  'vet',
  'answerExtension',
  'check',
])

/** Tells whether a problem waits for somebody with these acts; work under way waits for the unit when it is overdue. */
export function waitsFor(acts: readonly ProblemAct[], isLate: boolean): boolean {
  return acts.some(act => WAITED.has(act) || (isLate && act === 'claim'))
}

/** Marks a set of problems as somebody saw it: it differs once one came, went or was changed. */
export function markOf(rows: readonly StoredProblem[]): string {
  return hash(
    'sha256',
    rows
      .map(({ id, revision }) => `${id} ${revision}`)
      .toSorted()
      .join('\n'),
  )
}

/** Tells whether a draft waits for the review of a body, and somebody is one who may give it. */
export function mayReview(
  ground: RectifyContext,
  actor: Actor,
  row: StoredProblem,
  body: string,
  today: Day,
): boolean {
  const command = { do: 'review', body, by: actor.id, agrees: true } as const
  return (
    vetterFor(ground, actor, row.unit) === COMMITTEE.id &&
    !signsTwice(ground, actor, row) &&
    !isRefusal(decideProblem(stateOf(row), command, signersOf(ground, row.unit), today))
  )
}

/** Whether this account already reviewed a draft for another body, and a third person could. */
export function signsTwice({ reviewers }: RectifyContext, { id }: Actor, row: StoredProblem): boolean {
  return (
    row.reviews.some(({ byId }) => byId === id) &&
    reviewers.some(other => other !== id && other !== row.draftedById)
  )
}
