import { decideReport } from '../../../domain/campaign/report/decideReport.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { LEAD_UNIT_VETS } from '../../../domain/scheme/reportRules.ts'
import { hasOtherAccount } from '../../office/accounts/accounts.store.ts'
import type { Actor, Grant } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { type LoadedReport, loadReport } from './loadReport.ts'
import { presentReport, type ReportAnswer } from './presentReport.ts'
import { mayVetFor } from './reportContext.ts'
import { changeReport } from './reports.store.ts'
import { insertStep } from './vetting.store.ts'

/** Signs a report off for one of those who vet it, with a dated receipt; the last signature ends the vetting. One account signs for two of them only where nobody else could. `notVetter`, `vetsOwnReport`, `reportNotVetted`, `reportSignedAlready`, `reportSignedForAnother`, `staleRevision`. (六（三）) */
export async function signReport({
  context,
  actor,
  change,
  params: address,
  body: { vetter, revision },
}: Served<'POST /api/years/:year/units/:unit/report/sign'>): Promise<ReportAnswer | Refusal> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address, revision)
    if (isRefusal(loaded)) return loaded
    const name = vetterName(loaded, actor, vetter)
    if (isRefusal(name)) return name
    const decided = decideReport(loaded.state, { do: 'sign', vetter }, context.today())
    if (isRefusal(decided)) return decided
    const nth = loaded.row!.handedNth
    const other = await signedForAnother(tx, loaded, actor, vetter)
    if (other !== undefined) return refuse('reportSignedForAnother', { vetter: name, other })
    await insertStep(tx, {
      id: context.newId(),
      ...address,
      nth,
      vetter,
      kind: 'signed',
      byId: actor.id,
      by: actor.name,
      on: context.today(),
      at: context.now().toISOString(),
    })
    // The revision stays until the last one: two who sign at once do not stand in each other's way.
    if (decided.kind === 'signed' && decided.isLast) await changeReport(tx, address, { state: 'vetted' })
    const answer = await presentReport(tx, context, actor, loaded.ground, address)
    if (isRefusal(answer)) return answer
    return { answer, events: [{ kind: 'reportSigned', ...address, values: { vetter: name, nth } }] }
  })
}

/** The other one for whom this account signed the same version, where somebody else could sign for this one. */
async function signedForAnother(
  tx: Transaction,
  { appraisee, row, vetters, steps }: LoadedReport,
  { id }: Actor,
  vetter: string,
): Promise<string | undefined> {
  const before = steps.find(step => step.nth === row!.handedNth && step.kind === 'signed' && step.byId === id)
  if (before === undefined) return undefined
  const grant: Grant =
    vetter === LEAD_UNIT_VETS ? { role: 'leadUnit', unit: appraisee.leadUnit } : { role: 'committee' }
  if (!(await hasOtherAccount(tx, id, grant))) return undefined
  return vetters.find(one => one.vetter === before.vetter)?.name ?? before.vetter
}

/** Returns a report to its writer with reasons; every sign-off of this version lapses. `notVetter`, `vetsOwnReport`, `reportNotVetted`, `staleRevision`. */
export async function returnReport({
  context,
  actor,
  change,
  params: address,
  body: { vetter, reason, revision },
}: Served<'POST /api/years/:year/units/:unit/report/return'>): Promise<ReportAnswer | Refusal> {
  return change<ReportAnswer>(async tx => {
    const loaded = await loadReport(tx, address, revision)
    if (isRefusal(loaded)) return loaded
    const name = vetterName(loaded, actor, vetter)
    if (isRefusal(name)) return name
    const decided = decideReport(loaded.state, { do: 'return', vetter, reason }, context.today())
    if (isRefusal(decided)) return decided
    const nth = loaded.row!.handedNth
    await insertStep(tx, {
      id: context.newId(),
      ...address,
      nth,
      vetter,
      kind: 'returned',
      reason,
      byId: actor.id,
      by: actor.name,
      on: context.today(),
      at: context.now().toISOString(),
    })
    await changeReport(tx, address, { state: 'returned' })
    const answer = await presentReport(tx, context, actor, loaded.ground, address)
    if (isRefusal(answer)) return answer
    const values = { vetter: name, nth, reason }
    return { answer, events: [{ kind: 'reportReturned', ...address, values }] }
  })
}

/** Returns the name of one who vets, if the actor may act for it. `vetsOwnReport`, `notVetter`. */
export function vetterName({ appraisee, vetters }: LoadedReport, actor: Actor, id: string): string | Refusal {
  if (actor.grants.some(({ unit }) => unit === appraisee.unit))
    return refuse('vetsOwnReport', { unit: appraisee.name })
  const found = vetters.find(({ vetter }) => vetter === id)
  return found !== undefined && mayVetFor(actor, appraisee, id)
    ? found.name
    : refuse('notVetter', { vetter: found?.name ?? id })
}
