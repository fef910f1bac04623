import { fileURLToPath } from 'node:url'
import { demoDraws } from '../demo/demoDraws.ts'
import { demoHistory } from '../demo/demoHistory.ts'
import { demoInspectionSheets } from '../demo/demoInspectionSheets.ts'
import { demoReports } from '../demo/demoReports.ts'
import { type DemoRounds, demoRounds } from '../demo/demoRounds.ts'
import { type DemoLedger, demoLedger } from '../demo/demoLedgerEntries.ts'
import { demoYear } from '../demo/demoYear.ts'
import { readScheme } from '../files/readScheme.ts'
import { schemeFiles } from '../files/schemeFiles.ts'
import type { Day } from '../domain/kernel/calendar.ts'
import { isRefusal, type Refusal } from '../domain/kernel/refusal.ts'
import { factKindNames } from '../contract/year/factKindNames.ts'
import type { CycleFacts } from '../domain/year/facts/facts.ts'
import type { History } from '../domain/year/history/history.ts'
import type { Roster } from '../domain/year/roster/roster.ts'
import { GRACE_DAYS } from '../domain/year/evidence/periodClosing.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { seedDemoDraws } from './rooms/draw/seedDemoDraws.ts'
import { seedKnowledge } from './rooms/knowledge/seedKnowledge.ts'
import { writeSetting } from './office/installation/installation.store.ts'
import { seedDemoDebriefs } from './rooms/ledger/debriefs/seedDemoDebriefs.ts'
import { seedLedger } from './rooms/ledger/seedLedger.ts'
import { SYSTEM_ACTOR } from './platform/access/actor.ts'
import { createChange, type Done } from './platform/change/change.ts'
import type { Transaction } from './platform/database/openDatabase.ts'
import { dayBegins } from './platform/localDays.ts'
import type { AppContext } from './platform/appContext.ts'
import { bumpCycle } from './office/roster/bumpCycle.store.ts'
import { addHolders, putUnits } from './office/roster/roster.store.ts'
import { cycle } from './office/roster/roster.tables.ts'
import { seedDemoRounds } from './rooms/rounds/seedDemoRounds.ts'
import { seedDemoProblems } from './rooms/rectify/seedDemoProblems.ts'
import { seedDemoReports } from './rooms/reports/seedDemoReports.ts'
import { seedDemoSurvey } from './rooms/survey/seedDemoSurvey.ts'
import { seedMeetings } from './rooms/meetings/seedMeetings.ts'
import { seedRoutine } from './rooms/routine/seedRoutine.ts'
import { ensureScheme } from './office/scheme/ensureScheme.ts'
import { seedDemoSheets } from './rooms/sheets/seedDemoSheets.ts'
import { insertFacts } from './year/facts.store.ts'
import type { FactKind } from './year/year.tables.ts'
import { putHistory } from './year/history.store.ts'

/** Parameters of the demonstration: the same seed makes the same year. */
export interface DemoSettings {
  readonly today: Day
  readonly seed: number
}

/** Business day and seed of the demo year: between the debriefs and the sealing, when the ranking is ready and the committee reviews it. */
const DEMO: DemoSettings = { today: '2018-12-24', seed: 2018 }

const SCHEME = fileURLToPath(new URL('../../schemes/xiangxi-2018', import.meta.url))

/** The day on which the demo year was opened, and those on which its facts came in: as of a day between, the year stands as it did then. */
const OPENED: Day = '2018-01-15'
const CAME_IN: { readonly [K in FactKind]: Day } = {
  surveys: '2018-12-05',
  visits: '2018-12-10',
  findings: '2018-12-10',
  knowledgeTests: '2018-12-10',
  gradings: '2018-12-14',
  measures: '2018-12-17',
  ballotCounts: '2018-12-20',
  sheets: '2018-12-20',
  ledger: '2018-12-21',
  vetoes: '2018-12-23',
  decisions: '2018-12-23',
  annualGrades: '2018-12-23',
}

/** Loads the demo year as a whole: scheme, cycle, roster, facts and three years of history of the fictional prefecture 示范州, on the days on which they came in. Only for an empty database. */
export async function seedDemo(context: AppContext, units: number): Promise<void> {
  const scheme = demoScheme()
  const request = { seed: DEMO.seed, units, scheme }
  const made = demoYear(request)
  const { roster } = made
  const rounds = demoRounds(DEMO.seed, roster, made.facts)
  const ledger = demoLedger({ seed: DEMO.seed, scheme, today: DEMO.today, graceDays: GRACE_DAYS }, made)
  const facts = { ...rounds.facts, ledger: ledger.facts.ledger }
  const history = demoHistory(request)
  await context.db.transaction(async whole => {
    const on = async (now: Date, work: (tx: Transaction) => Promise<Done<unknown> | Refusal>) => {
      const done = await createChange({ db: whole, now: () => now }, SYSTEM_ACTOR)(work)
      if (isRefusal(done)) throw new Error(`the demo year was refused: ${done.code}`)
    }
    const opened = middayOf(OPENED)
    await on(opened, tx => openDemoYear(tx, { ...context, now: () => opened }, { scheme, roster, history }))
    for (const day of [...new Set(Object.values(CAME_IN))].toSorted())
      await on(middayOf(day), tx => enterDemoFacts(tx, scheme.cycle, facts, day))
    await on(context.now(), tx => seedRooms(tx, context, { scheme, roster, history, facts, rounds, ledger }))
  })
}

/** A demo year as made, before it is loaded. */
interface MadeYear {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly history: History
  readonly facts: CycleFacts
  readonly rounds: DemoRounds
  readonly ledger: DemoLedger
}

async function openDemoYear(
  tx: Transaction,
  context: AppContext,
  { scheme, roster, history }: Pick<MadeYear, 'scheme' | 'roster' | 'history'>,
): Promise<Done<null>> {
  const at = context.now()
  const { version, events } = await ensureScheme(tx, context, SYSTEM_ACTOR, scheme)
  await tx.insert(cycle).values({
    year: scheme.cycle,
    schemeVersion: version,
    phase: 'scored',
    revision: 1,
    openedBy: SYSTEM_ACTOR.name,
    openedAt: at.toISOString(),
  })
  await putUnits(tx, scheme.cycle, roster.units, { by: SYSTEM_ACTOR.name, at })
  await addHolders(tx, scheme.cycle, roster.holders)
  await putHistory(tx, history, '演示')
  const values = { units: roster.units.length }
  return { answer: null, events: [{ kind: 'demoYearLoaded', year: scheme.cycle, values }, ...events] }
}

async function enterDemoFacts(
  tx: Transaction,
  year: number,
  facts: CycleFacts,
  day: Day,
): Promise<Done<null> | Refusal> {
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const kinds = (Object.keys(CAME_IN) as FactKind[]).filter(kind => CAME_IN[kind] === day)
  await insertFacts(tx, year, Object.fromEntries(kinds.map(kind => [kind, facts[kind]])), {
    source: '演示',
    author: SYSTEM_ACTOR.name,
    now: middayOf(day),
    revision,
  })
  const values = { what: kinds.map(kind => factKindNames[kind]).join('、') }
  return { answer: null, events: [{ kind: 'demoFactsLoaded', year, values }] }
}

async function seedRooms(
  tx: Transaction,
  context: AppContext,
  { scheme, roster, history, facts, rounds, ledger }: MadeYear,
): Promise<Done<null> | Refusal> {
  const year = scheme.cycle
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  await seedDemoRounds(tx, context, year, rounds)
  await seedDemoSheets(tx, context, year, demoInspectionSheets({ ...DEMO, roster, scheme, facts }))
  const drawn = await seedDemoDraws(tx, context, year, demoDraws(DEMO.seed, roster, facts))
  await seedRoutine(tx, context, year, DEMO.today)
  await seedDemoReports(tx, context, scheme, demoReports(DEMO.seed, scheme, roster))
  await seedDemoProblems(tx, context, { scheme, roster, findings: facts.findings, today: DEMO.today })
  const kept = await seedLedger(
    tx,
    { ...context, now: () => middayOf(CAME_IN.ledger) },
    { scheme, roster, history, ledger },
    { author: SYSTEM_ACTOR.name, revision, seed: DEMO.seed },
  )
  await seedDemoDebriefs(tx, context, { year, roster, today: DEMO.today })
  const tested = roster.units.slice(0, 4).map(unit => unit.id)
  await seedKnowledge(tx, context, SYSTEM_ACTOR, year, tested)
  await seedDemoSurvey(tx, context, { scheme, roster, tallies: facts.surveys })
  await seedMeetings(tx, context, SYSTEM_ACTOR, { scheme, roster })
  await writeSetting(tx, 'demo', DEMO, 0)
  await writeSetting(tx, 'institution', '示范州委组织部', 0)
  return { answer: null, events: [kept, ...drawn] }
}

function middayOf(day: Day): Date {
  return new Date(new Date(dayBegins(day)).getTime() + 12 * 3_600_000)
}

function demoScheme(): Scheme {
  const opened = schemeFiles(SCHEME)
  if ('unreadable' in opened) throw new Error('the scheme of the demo year cannot be read')
  const { scheme } = readScheme(opened.files)
  if (scheme === undefined) throw new Error('the scheme of the demo year has faults')
  return scheme
}
