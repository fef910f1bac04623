import type { z } from 'zod'
import type { workSchema } from '../../../contract/sheets/workSchema.ts'
import type { LedgerCount } from '../../../domain/year/facts/facts.ts'
import { countInLedger } from '../../../domain/year/evidence/ledgerCounts.ts'
import { dayIn, type Quarter, printQuarter } from '../../../domain/kernel/calendar.ts'
import { requirementsOf } from '../../../domain/scheme/forms/ruleForms.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { listDrawn } from '../draw/drawn.store.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { type Assignment, assignmentsOf } from '../rounds/assignments.store.ts'
import { listRounds } from '../rounds/rounds.store.ts'
import { readCycle } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import { sheetsOfAssignments } from './sheets.store.ts'
import { rubricFor } from './workRubric.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { factsOfUnit } from './sheetContext.ts'
import { rosterAbout } from '../../office/roster/roster.store.ts'

/** The work of an inspector, as the contract defines it. */
export type Work = z.output<typeof workSchema>

type WorkAssignment = Work['assignments'][number]

const QUARTERS: Readonly<Record<Quarter, readonly [string, string]>> = {
  1: ['01-01', '03-31'],
  2: ['04-01', '06-30'],
  3: ['07-01', '09-30'],
  4: ['10-01', '12-31'],
}

/** Presents one's own inspection work: every open assignment, with all that a phone needs offline. Omits sealed years. */
export async function presentWork({ context, actor }: Served<'GET /api/inspection/work'>): Promise<Work> {
  const { db } = context
  const mine = await assignmentsOf(db, actor.id)
  const schemes: Work['schemes'] = []
  const rubrics = new Map<string, Work['rubrics'][number]>()
  const assignments: WorkAssignment[] = []
  for (const [year, own] of Map.groupBy(mine, one => one.year)) {
    const used = await schemeUsed(context, year)
    if (used === undefined) continue
    schemes.push({ year, schemeHash: used.hash, scheme: used.scheme })
    const rounds = new Map((await listRounds(db, year)).map(round => [round.id, round]))
    const sheets = Map.groupBy(
      await sheetsOfAssignments(
        db,
        own.map(one => one.id),
      ),
      one => one.assignment,
    )
    for (const one of own) {
      const told = await presentAssignment(context, actor, one, used.scheme)
      if (told === undefined) continue
      const { from, to } = window(one, one.round === undefined ? undefined : rounds.get(one.round))
      const rubric = rubricFor(used.scheme, told.tier)
      if (rubric === undefined) continue
      rubrics.set(rubric.key, rubric)
      const sent = (sheets.get(one.id) ?? []).map(({ id, sentBy, sentByName, receivedAt }) => ({
        sheet: id,
        sentBy: sentByName,
        receivedAt: toInstant(receivedAt),
        mine: sentBy === actor.id,
      }))
      assignments.push({ ...told, from, to, rubric: rubric.key, sheets: sent })
    }
  }
  return {
    version: context.version,
    today: context.today(),
    me: { account: actor.id, name: actor.name },
    schemes,
    rubrics: [...rubrics.values()],
    assignments,
  }
}

async function schemeUsed(
  context: AppContext,
  year: number,
): Promise<{ readonly hash: string; readonly scheme: Scheme } | undefined> {
  const stored = await readCycle(context.db, year)
  if (stored === undefined || stored.row.sealed || stored.row.schemeVersion === null) return undefined
  const used = await outcomesOf(context.db).scheme(stored.row.schemeVersion)
  return used && { hash: used.head.hash, scheme: used.scheme }
}

async function presentAssignment(
  { db }: AppContext,
  actor: Actor,
  one: Assignment,
  scheme: Scheme,
): Promise<Omit<WorkAssignment, 'from' | 'to' | 'rubric' | 'sheets'> | undefined> {
  const roster = await rosterAbout(db, one.year, one.unit)
  const unit = roster.units.find(each => each.id === one.unit)
  if (unit === undefined) return undefined
  const lead = roster.units.find(each => each.id === unit.leadUnit)
  const facts = await factsOfUnit(db, one.year, one.unit)
  const [branches, members] = [await drawnNow(db, one, 'branch'), await drawnNow(db, one, 'member')]
  return {
    id: one.id,
    year: one.year,
    quarter: one.quarter,
    round: one.round ?? '',
    roundName: one.roundName ?? `${printQuarter(one.quarter)}自行核查`,
    by: one.by,
    unit: one.unit,
    unitName: unit.name,
    tier: unit.tier,
    state: one.state,
    team: one.inspectors.map(({ id, name, account }) => ({ id, name, mine: account === actor.id })),
    earlier: facts.findings.map(({ quarter, row, rule, count, amount, author, foundOn, note }) => ({
      row,
      rule,
      count,
      quarter,
      amount,
      author,
      foundOn,
      note,
    })),
    counters: countersOf(scheme, facts.ledger),
    facts: listsOf(facts),
    leadUnitName: lead?.name,
    plannedOn: one.plannedOn,
    ...(branches.length + members.length === 0 ? {} : { drawn: { branches, members } }),
  }
}

async function drawnNow(
  db: AppContext['db'],
  { year, unit, quarter }: Assignment,
  purpose: 'branch' | 'member',
): Promise<string[]> {
  const drawn = await listDrawn(db, year, unit, purpose)
  return (drawn.find(each => each.quarter === quarter)?.lines ?? []).map(line => line.name)
}

function listsOf(facts: Awaited<ReturnType<typeof factsOfUnit>>): WorkAssignment['facts'] {
  return {
    visits: [...facts.visits],
    findings: [...facts.findings],
    ledger: [...facts.ledger],
    knowledgeTests: [...facts.knowledgeTests],
    measures: [...facts.measures],
  }
}

/** Returns what the ledger holds over the year for each counter that a rule reads. */
function countersOf(scheme: Scheme, ledger: readonly LedgerCount[]): NonNullable<WorkAssignment['counters']> {
  const needs = new Map<string, number>()
  const times = { year: 1, quarter: 4, month: 12 }
  for (const row of scheme.rubrics.flatMap(rubric => rubric.rows)) {
    for (const rule of row.rules) {
      for (const { counter, required, per } of requirementsOf(rule))
        needs.set(counter, Math.max(needs.get(counter) ?? 0, required * times[per]))
    }
  }
  return [...needs].map(([counter, required]) => ({
    counter,
    name: scheme.counters.find(one => one.id === counter)?.name ?? counter,
    done: countInLedger(ledger.filter(entry => entry.counter === counter)),
    required,
  }))
}

function window(
  { year, quarter }: Assignment,
  round: { readonly fromDay: string; readonly toDay: string } | undefined,
): { readonly from: string; readonly to: string } {
  const [from, to] = QUARTERS[quarter]
  return round === undefined
    ? { from: dayIn(year, from), to: dayIn(year, to) }
    : { from: round.fromDay, to: round.toDay }
}
