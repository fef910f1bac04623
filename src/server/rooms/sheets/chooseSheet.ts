import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideSheet } from '../../../domain/campaign/sheet/decideSheet.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { isOfTeam, type OpenSheet, loadSheet, visitOf } from './loadSheet.ts'
import { putInForce } from './putInForce.ts'
import { checkSheetFacts, loadSheetContext } from './sheetContext.ts'
import {
  addFindings,
  findingsOf,
  linkFacts,
  saveSheet,
  type StoredFinding,
  type StoredSheet,
} from './sheets.store.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { withdrawFacts } from '../../year/facts.store.ts'

/**
 * Chooses between two sheets (核查表): this one counts, with the findings taken over from the others, which
 * no longer count but stay readable. The unit's time to object starts again. Not for team members.
 * `sheetNotDoubled`, `ownFindings`.
 */
export async function chooseSheet({
  context,
  actor,
  change,
  params: { year, sheet },
  body: { take, reason, revision },
}: Served<'POST /api/years/:year/sheets/:sheet/choose'>): Promise<
  { readonly sheet: string; readonly setAside: number; readonly due: string } | Refusal
> {
  return change(async tx => {
    const opened = await loadSheet(tx, year, sheet, revision)
    if (isRefusal(opened)) return opened
    const { stored, assignment, state } = opened
    const decided = decideSheet(
      state,
      { do: 'choose', own: isOfTeam(actor.id, stored, assignment) },
      context.today(),
    )
    if (isRefusal(decided)) return decided
    const others = opened.others.filter(one => one.state === 'beside' || one.state === 'inForce')
    if (others.length === 0) return refuse('sheetNotDoubled', {})
    await setAside(tx, context, actor, opened, others, reason)
    const taken = await takeOver(tx, context, stored, others, take)
    const due = await enforce(tx, context, actor, stored)
    if (isRefusal(due)) return due
    const chosen = {
      by: actor.name,
      at: context.now().toISOString(),
      reason,
      kind: taken > 0 ? 'merged' : 'kept',
    } as const
    await saveSheet(tx, sheet, { chosen })
    return {
      answer: { sheet, setAside: others.length, due },
      events: [
        {
          kind: 'sheetChosen',
          year,
          unit: stored.unit,
          values: { sheet, taken, setAside: others.length, reason },
        },
      ],
    }
  })
}

async function setAside(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { stored }: OpenSheet,
  others: readonly StoredSheet[],
  reason: string,
): Promise<void> {
  // What counted so far is withdrawn first, this sheet's own too: all is entered anew as chosen.
  for (const one of [stored, ...others].filter(each => each.state === 'inForce'))
    await withdraw(tx, context, actor, one)
  const chosen = { by: actor.name, at: context.now().toISOString(), reason, kind: 'setAside' } as const
  for (const one of others) await saveSheet(tx, one.id, { state: 'setAside', chosen })
}

async function withdraw(tx: Transaction, context: AppContext, actor: Actor, one: StoredSheet): Promise<void> {
  const ground = await loadSheetContext(tx, one.year, one.unit)
  if (isRefusal(ground)) return
  const findings = await findingsOf(tx, [one.id])
  const facts = [...findings.map(finding => finding.fact), one.visitFact].filter(fact => fact !== null)
  await withdrawFacts(tx, one.year, facts, {
    author: actor.name,
    now: context.now(),
    revision: ground.revision,
  })
  await linkFacts(
    tx,
    findings.map(finding => ({ finding: finding.id, fact: null })),
  )
  await saveSheet(tx, one.id, { state: 'beside', visitFact: null })
}

async function takeOver(
  tx: Transaction,
  context: AppContext,
  { id, unit, year }: StoredSheet,
  others: readonly StoredSheet[],
  take: readonly string[],
): Promise<number> {
  const wanted = new Set(take)
  const own = await findingsOf(tx, [id])
  const theirs = (
    await findingsOf(
      tx,
      others.map(one => one.id),
    )
  ).filter(finding => wanted.has(finding.id))
  const from = own.at(-1)?.nth ?? 0
  await addFindings(
    tx,
    theirs.map(({ id: takenFrom, body, photos }, at) => ({
      id: context.newId(),
      sheet: id,
      nth: from + at + 1,
      year,
      unit,
      body,
      photos,
      takenFrom,
    })),
  )
  return theirs.length
}

async function enforce(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  stored: StoredSheet,
): Promise<string | Refusal> {
  const ground = await loadSheetContext(tx, stored.year, stored.unit)
  if (isRefusal(ground)) return ground
  const findings = (await findingsOf(tx, [stored.id])).filter(counts)
  const faulty = checkSheetFacts(
    ground,
    findings.map(finding => finding.body),
    visitOf(stored),
  )
  if (faulty !== undefined) return faulty
  const inForce = { id: stored.id, year: stored.year, visit: visitOf(stored), findings }
  return putInForce(tx, context, ground, inForce, {
    author: actor.name,
    signedOn: stored.signedOn ?? context.today(),
  })
}

function counts({ state }: StoredFinding): boolean {
  return state !== 'dropped'
}
