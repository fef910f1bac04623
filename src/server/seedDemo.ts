import { fileURLToPath } from 'node:url'
import { demoDraws } from '../demo/demoDraws.ts'
import { demoHistory } from '../demo/demoHistory.ts'
import { demoInspectionSheets } from '../demo/demoInspectionSheets.ts'
import { demoReports } from '../demo/demoReports.ts'
import { demoRounds } from '../demo/demoRounds.ts'
import { demoLedger } from '../demo/demoLedgerEntries.ts'
import { demoYear } from '../demo/demoYear.ts'
import { readScheme } from '../files/readScheme.ts'
import { schemeFiles } from '../files/schemeFiles.ts'
import type { Day } from '../domain/kernel/calendar.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import { GRACE_DAYS } from '../domain/year/evidence/periodClosing.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { seedDemoDraws } from './rooms/draw/seedDemoDraws.ts'
import { seedKnowledge } from './rooms/knowledge/seedKnowledge.ts'
import { writeSetting } from './office/installation/installation.store.ts'
import { seedLedger } from './rooms/ledger/seedLedger.ts'
import { SYSTEM_ACTOR } from './platform/access/actor.ts'
import { createChange } from './platform/change/change.ts'
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
import { putHistory } from './year/history.store.ts'

/** Parameters of the demonstration: the same seed makes the same year. */
export interface DemoSettings {
  readonly today: Day
  readonly seed: number
}

/** Business day and seed of the demo year: between the debriefs and the sealing, when the ranking is ready and the committee reviews it. */
const DEMO: DemoSettings = { today: '2018-12-24', seed: 2018 }

const SCHEME = fileURLToPath(new URL('../../schemes/xiangxi-2018', import.meta.url))

/** Loads the demo year in one change: scheme, cycle, roster, facts and three years of history of the fictional prefecture 示范州. Only for an empty database. */
export async function seedDemo(context: AppContext, units: number): Promise<void> {
  const scheme = demoScheme()
  const request = { seed: DEMO.seed, units, scheme }
  const made = demoYear(request)
  const { roster } = made
  const rounds = demoRounds(DEMO.seed, roster, made.facts)
  const ledger = demoLedger({ seed: DEMO.seed, scheme, today: DEMO.today, graceDays: GRACE_DAYS }, made)
  const facts = { ...rounds.facts, ledger: ledger.facts.ledger }
  const history = demoHistory(request)
  const now = context.now()
  const origin = { by: SYSTEM_ACTOR.name, at: now }
  const done = await createChange(
    context,
    SYSTEM_ACTOR,
  )(async tx => {
    const { version, events } = await ensureScheme(tx, context, SYSTEM_ACTOR, scheme)
    await tx.insert(cycle).values({
      year: scheme.cycle,
      schemeVersion: version,
      phase: 'scored',
      revision: 1,
      openedBy: SYSTEM_ACTOR.name,
      openedAt: now.toISOString(),
    })
    const revision = await bumpCycle(tx, scheme.cycle)
    if (isRefusal(revision)) return revision
    await putUnits(tx, scheme.cycle, roster.units, origin)
    await addHolders(tx, scheme.cycle, roster.holders)
    const written = await insertFacts(tx, scheme.cycle, facts, {
      source: '演示',
      author: SYSTEM_ACTOR.name,
      now,
      revision,
    })
    await seedDemoRounds(tx, context, scheme.cycle, rounds)
    await seedDemoSheets(tx, context, scheme.cycle, demoInspectionSheets({ ...DEMO, roster, scheme, facts }))
    const drawn = await seedDemoDraws(tx, context, scheme.cycle, demoDraws(DEMO.seed, roster, facts))
    await seedRoutine(tx, context, scheme.cycle, DEMO.today)
    await seedDemoReports(tx, context, scheme, demoReports(DEMO.seed, scheme, roster))
    await seedDemoProblems(tx, context, { scheme, roster, findings: facts.findings, today: DEMO.today })
    await putHistory(tx, history, '演示')
    const kept = await seedLedger(
      tx,
      context,
      { scheme, roster, history, ledger },
      { author: SYSTEM_ACTOR.name, revision, seed: DEMO.seed },
    )
    await seedKnowledge(
      tx,
      context,
      SYSTEM_ACTOR,
      scheme.cycle,
      roster.units.slice(0, 4).map(unit => unit.id),
    )
    await seedDemoSurvey(tx, context, { scheme, roster, tallies: facts.surveys })
    await seedMeetings(tx, context, SYSTEM_ACTOR, { scheme, roster })
    await writeSetting(tx, 'demo', DEMO, 0)
    await writeSetting(tx, 'institution', '示范州委组织部', 0)
    const loaded = {
      kind: 'demoYearLoaded',
      year: scheme.cycle,
      values: { units: roster.units.length, facts: written.length + ledger.counts.length },
    } as const
    return { answer: null, events: [loaded, kept, drawn, ...events] }
  })
  if (isRefusal(done)) throw new Error(`the demo year was refused: ${done.code}`)
}

function demoScheme(): Scheme {
  const opened = schemeFiles(SCHEME)
  if ('unreadable' in opened) throw new Error('the scheme of the demo year cannot be read')
  const { scheme } = readScheme(opened.files)
  if (scheme === undefined) throw new Error('the scheme of the demo year has faults')
  return scheme
}
