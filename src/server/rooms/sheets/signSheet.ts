import { printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { decideSheet } from '../../../domain/campaign/sheet/decideSheet.ts'
import { isOfTeam, loadSheet, visitOf } from './loadSheet.ts'
import { putInForce } from './putInForce.ts'
import { howSigned } from './receiveSheet.ts'
import type { Receipt } from './sheetContent.ts'
import { checkSheetFacts, loadSheetContext, previewFacts } from './sheetContext.ts'
import { findingsOf, keepReceipt, saveSheet } from './sheets.store.ts'
import { presentPreview } from './presentPreview.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Records the unit's signature. The sheet takes effect unless another sheet of this assignment already has. Team members only. */
export async function signSheet({
  context,
  actor,
  change,
  params: { year, sheet },
  body: { unit, revision },
}: Served<'POST /api/years/:year/sheets/:sheet/unit-signature'>): Promise<Receipt | Refusal> {
  return change<Receipt>(async tx => {
    const opened = await loadSheet(tx, year, sheet, revision)
    if (isRefusal(opened)) return opened
    const { stored, assignment, others, state } = opened
    const decided = decideSheet(state, { do: 'sign' }, context.today())
    if (isRefusal(decided)) return decided
    const ground = await loadSheetContext(tx, year, stored.unit)
    if (isRefusal(ground)) return ground
    if (!isOfTeam(actor.id, stored, assignment)) return refuse('sheetNotYours', { unit: ground.unit.name })
    const findings = await findingsOf(tx, [sheet])
    const counts = !others.some(one => one.state === 'inForce')
    const bodies = findings.map(finding => finding.body)
    const faulty = counts ? checkSheetFacts(ground, bodies, visitOf(stored)) : undefined
    if (faulty !== undefined) return faulty
    const signedOn = context.today()
    await saveSheet(tx, sheet, { content: { ...stored.content, unit }, state: 'beside', signedOn })
    const due = counts
      ? await putInForce(
          tx,
          context,
          ground,
          { id: sheet, year, visit: visitOf(stored), findings },
          { author: actor.name, signedOn },
        )
      : undefined
    const { facts } = ground
    const after = {
      ...facts,
      visits: [...facts.visits, visitOf(stored)],
      findings: [...facts.findings, ...(counts ? bodies : [])],
    }
    const receipt: Receipt = {
      ...stored.receipt!,
      state: counts ? 'signed' : 'doubled',
      due: due ?? stored.receipt?.due,
      preview: presentPreview(previewFacts(ground.scheme, ground.unit, after)),
    }
    await keepReceipt(tx, sheet, receipt)
    const values = { sheet, how: howSigned(unit), due: due === undefined ? '选定' : printDay(due) }
    return { answer: receipt, events: [{ kind: 'sheetSigned', year, unit: stored.unit, values }] }
  })
}
