import type { z } from 'zod'
import type { decisionBody } from '../../../contract/sheets/sheetParts.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import { decideSheet } from '../../../domain/campaign/sheet/decideSheet.ts'
import { canonicalText } from '../../../domain/kernel/ids.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { isOfTeam, loadSheet } from './loadSheet.ts'
import {
  checkSheetFacts,
  loadSheetContext,
  type SheetContext,
  factsOfUnit,
  SHEET_SOURCE,
} from './sheetContext.ts'
import { findFinding, saveFinding, type StoredFinding } from './sheets.store.ts'
import { describeFinding } from './presentFinding.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../year/facts.store.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The content of a decision. */
type Decision = z.output<typeof decisionBody>

/** The result of a decision; `fact` is the record that now holds the finding. */
interface Decided {
  readonly finding: string
  readonly state: 'upheld' | 'changed' | 'dropped'
  readonly fact?: string
}

const RULINGS = { uphold: '维持', change: '改变', drop: '撤销' } as const

/**
 * Decides an objection (异议): upholds, changes or drops the finding, with a reason; withdraws exactly its
 * fact and, if changed, enters it anew in the same transaction. Not for those who made the finding.
 * `findingNotObjected`, `ownFindings`, `findingUnchanged`, `findingFactGone`.
 */
export async function decideFinding({
  context,
  actor,
  change,
  params: { year, finding: id },
  body: { reason, revision, ...decision },
}: Served<'POST /api/years/:year/findings/:finding/decision'>): Promise<Decided | Refusal> {
  return change<Decided>(async tx => {
    const found = await findFinding(tx, year, id)
    if (found === undefined) return refuse('notFound', { what: '这条核查情况' })
    const opened = await loadSheet(tx, year, found.sheet)
    if (isRefusal(opened)) return opened
    const { stored, assignment, state } = opened
    const finding = (await findFinding(tx, year, id, { lock: true }))!
    const own = isOfTeam(actor.id, stored, assignment)
    const decided = decideSheet(
      state,
      { do: 'decide', finding: finding.state, ruling: decision.ruling, own },
      context.today(),
    )
    if (isRefusal(decided)) return decided
    if (finding.revision !== revision)
      return staleRevision('这条核查情况', finding.repliedBy, finding.repliedAt ?? stored.receivedAt)
    const ground = await loadSheetContext(tx, year, stored.unit)
    if (isRefusal(ground)) return ground
    const after = await moveFact(tx, context, actor, ground, finding, decision)
    if (isRefusal(after)) return after
    const [from, to] = [
      describeFinding(finding.body, ground.scheme),
      describeFinding(after.body, ground.scheme),
    ]
    const state_ = decided.kind === 'decided' ? (decided.finding as Decided['state']) : 'upheld'
    await saveFinding(tx, id, {
      state: state_,
      body: after.body,
      fact: after.fact,
      rulingReason: reason,
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAt: context.now().toISOString(),
      before: decision.ruling === 'change' ? from : null,
    })
    const told = {
      ruling: RULINGS[decision.ruling],
      from,
      to: decision.ruling === 'change' ? to : '',
      reason,
    }
    return {
      answer: { finding: id, state: state_, fact: after.fact ?? undefined },
      events: [
        {
          kind: 'findingDecided',
          year,
          unit: stored.unit,
          values: { sheet: stored.id, finding: id, ...told },
        },
      ],
    }
  })
}

/** Returns the changed finding, in the shape of the domain. */
export function changedFinding(body: Finding, { with: given = {} }: Decision): Finding {
  const { count, amount, level, persons, occasions } = given
  return {
    ...body,
    ...(count === undefined ? {} : { count }),
    ...(amount === undefined ? {} : { amount }),
    ...(level === undefined ? {} : { level }),
    ...(persons === undefined ? {} : { persons }),
    ...(occasions === undefined ? {} : { occasions }),
  }
}

async function moveFact(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  ground: SheetContext,
  finding: StoredFinding,
  decision: Decision,
): Promise<{ readonly body: Finding; readonly fact: string | null } | Refusal> {
  if (decision.ruling === 'uphold') return { body: finding.body, fact: finding.fact }
  const body = decision.ruling === 'change' ? changedFinding(finding.body, decision) : finding.body
  if (decision.ruling === 'change' && canonicalText(body) === canonicalText(finding.body))
    return refuse('findingUnchanged', {})
  const by = { author: actor.name, now: context.now(), revision: ground.revision }
  const gone = finding.fact === null ? 0 : await withdrawFacts(tx, finding.year, [finding.fact], by)
  if (gone === 0) return refuse('findingFactGone', {})
  if (decision.ruling === 'drop') return { body, fact: null }
  const facts = await factsOfUnit(tx, finding.year, ground.unit.id)
  const faulty = checkSheetFacts({ ...ground, facts }, [body])
  if (faulty !== undefined) return faulty
  const fact = context.newId()
  await enterFacts(tx, finding.year, [{ id: fact, kind: 'findings', body }], {
    source: SHEET_SOURCE,
    record: `sheet:${finding.sheet}`,
    ...by,
  })
  return { body, fact }
}
