import type { IntakeChoice } from '../../../contract/intake/intakeRoutes.ts'
import { isRefusal } from '../../../domain/kernel/refusal.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { readRoster } from '../roster/roster.store.ts'
import { schemeOfYear } from '../roster/schemeOfYear.ts'
import { findCycle, listSealed } from '../roster/unit.store.ts'
import { factPages } from '../../year/facts.store.ts'
import { readHistory } from '../../year/history.store.ts'
import {
  addPart,
  addRefusals,
  dropPlanRefusals,
  findPart,
  listParts,
  replacePart,
  updateIntake,
} from './intake.store.ts'
import type { DeskThread } from './worker/startIntakeThread.ts'

/** The kind of file, which determines how places in it are described. */
export type Medium = 'workbook' | 'text'

/** Reads a file: accepted rows are stored in parts, the others in the list of refused rows; the year does not change. Returns the medium, or nothing if there is nothing to plan with. */
export async function readIntake(
  context: AppContext,
  desk: DeskThread,
  id: string,
  year: number,
  bytes: Uint8Array,
  headings?: string,
): Promise<Medium | undefined> {
  const { db } = context
  if (!(await updateIntake(db, id, ['waiting'], { state: 'reading', beatAt: context.now().toISOString() })))
    return undefined
  const { reading, medium, fault } = await desk.read(
    await theScheme(context, year),
    bytes,
    await readRoster(db, year),
    headings,
  )
  let nth = 0
  for (let part = await desk.takePart(); part !== undefined; part = await desk.takePart())
    await addPart(db, id, nth++, part)
  await takeRefused(context, desk, id, 'reading')
  const set = { reading, medium, done: reading.rows.in, total: reading.rows.in }
  if (fault !== undefined) {
    await updateIntake(db, id, ['reading'], { ...set, state: 'failed', fault })
    return undefined
  }
  return (await updateIntake(db, id, ['reading'], { ...set, state: 'planning' })) ? medium : undefined
}

/** Plans an import against the year as it is; the desk has read the file already or receives its parts again. */
export async function planIntake(
  context: AppContext,
  desk: DeskThread,
  id: string,
  { year, medium }: { readonly year: number; readonly medium: Medium },
  number: number,
  choice?: IntakeChoice,
): Promise<void> {
  const scheme = await theScheme(context, year)
  const { planRevision, standing } = await context.db.transaction(tx => giveYear(tx, desk, year), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  const planned = await desk.plan(scheme, standing, medium, choice)
  await dropPlanRefusals(context.db, id)
  await takeRefused(context, desk, id, 'planning')
  await replacePart(context.db, id, { kind: 'work', count: 0, bodies: planned.work, places: '[]' })
  await updateIntake(context.db, id, ['planning'], {
    state: 'ready',
    choice: planned.choice,
    plan: { ...planned.plan, number },
    planRevision,
    beatAt: context.now().toISOString(),
  })
}

/** Gives the stored parts back to the desk, to be planned again without the file. */
export async function giveParts(context: AppContext, desk: DeskThread, id: string): Promise<void> {
  for (const { kind, nth } of await listParts(context.db, id)) {
    if (kind === 'work') continue
    const { count, bodies, places } = (await findPart(context.db, id, kind, nth))!
    await desk.givePart({ kind, count, bodies, places })
  }
}

async function giveYear(tx: Transaction, desk: DeskThread, year: number) {
  const found = await findCycle(tx, year)
  if (found === undefined) throw new Error(`no year ${year}`)
  for await (const { kind, count, bodies, places } of factPages(tx, year))
    await desk.giveFacts({ kind, count, bodies, places })
  const sealed = await listSealed(tx, year)
  return {
    planRevision: found.revision,
    standing: { roster: await readRoster(tx, year), history: await readHistory(tx, year), sealed },
  }
}

async function takeRefused(
  { db }: AppContext,
  desk: DeskThread,
  id: string,
  stage: 'reading' | 'planning',
): Promise<void> {
  let from = 0
  for (let lines = await desk.takeRefused(); lines !== undefined; lines = await desk.takeRefused()) {
    await addRefusals(db, id, stage, from, lines)
    from += lines.length
  }
}

async function theScheme({ db }: AppContext, year: number): Promise<Scheme> {
  const scheme = await schemeOfYear(db, year)
  if (isRefusal(scheme)) throw new Error(scheme.code)
  return scheme
}
