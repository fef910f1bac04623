import { actionNames } from '../../../contract/access/actions.ts'
import type { TrailEvent } from '../../../contract/trail/trailEvents.ts'
import { decideSheet } from '../../../domain/campaign/sheet/decideSheet.ts'
import type { FindingState, Stance } from '../../../domain/campaign/sheet/sheetState.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { type FileRef, replaceAttached } from '../../office/files/attachFiles.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Reach } from '../../platform/access/reach.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { loadSheet } from './loadSheet.ts'
import { findingsOf, saveFinding, saveSheet, type StoredFinding } from './sheets.store.ts'
import { describeFinding } from './presentFinding.ts'
import { rosterAbout } from '../../office/roster/roster.store.ts'

/** A reply to a finding. */
interface Reply {
  readonly finding: string
  readonly stance: Stance
  readonly reason: string
  readonly files: readonly FileRef[]
}

interface Replied {
  readonly accepted: number
  readonly objected: number
  readonly left: number
  readonly revision: number
}

/** Records the unit's replies to findings, several in one step: accepted, or objected to with a reason. Replies can be changed until the due day. `replyPastDue`, `objectionReasonMissing`, `findingDecided`. */
export async function replyFindings(
  context: AppContext,
  actor: Actor,
  reach: Reach,
  change: Change,
  { year, sheet }: { readonly year: number; readonly sheet: string },
  { revision, replies }: { readonly revision: number; readonly replies: readonly Reply[] },
): Promise<Replied | Refusal> {
  return change<Replied>(async tx => {
    const opened = await loadSheet(tx, year, sheet, revision)
    if (isRefusal(opened)) return opened
    const { stored, state } = opened
    if (!reach.has(stored.unit)) {
      const { units } = await rosterAbout(tx, year, stored.unit)
      const unit = units.find(one => one.id === stored.unit)?.name ?? stored.unit
      return refuse('outOfReach', { action: actionNames.replyFindings, unit })
    }
    const scheme = await schemeOfYear(tx, year)
    if (isRefusal(scheme)) return scheme
    const findings = new Map((await findingsOf(tx, [sheet])).map(finding => [finding.id, finding]))
    const events: TrailEvent[] = []
    const states = new Map<string, FindingState>([...findings].map(([id, finding]) => [id, finding.state]))
    for (const reply of replies) {
      const finding = findings.get(reply.finding)
      if (finding === undefined) return refuse('notFound', { what: '这条核查情况' })
      const decided = decideSheet(
        state,
        { do: 'reply', finding: finding.state, stance: reply.stance, reason: reply.reason },
        context.today(),
      )
      if (isRefusal(decided)) return decided
      if (decided.kind !== 'replied') continue
      const refused = await keepReply(tx, context, actor, finding, reply, decided.finding)
      if (refused !== undefined) return refused
      states.set(finding.id, decided.finding)
      if (decided.finding === 'objected') {
        const what = describeFinding(finding.body, scheme)
        events.push({
          kind: 'findingObjected',
          year,
          unit: stored.unit,
          values: { sheet, finding: finding.id, what, reason: reply.reason },
        })
      }
    }
    await saveSheet(tx, sheet, {})
    const count = (wanted: FindingState): number => [...states.values()].filter(one => one === wanted).length
    const accepted = replies.filter(reply => reply.stance === 'accept').length
    if (accepted > 0)
      events.unshift({
        kind: 'findingsAccepted',
        year,
        unit: stored.unit,
        values: { sheet, count: accepted },
      })
    const [first, ...more] = events
    const answer = {
      accepted: count('accepted'),
      objected: count('objected'),
      left: count('open'),
      revision: stored.revision + 1,
    }
    return { answer, events: [first!, ...more] }
  })
}

async function keepReply(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { id, year, unit }: StoredFinding,
  { reason, files }: Reply,
  state: FindingState,
): Promise<Refusal | undefined> {
  await saveFinding(tx, id, { state, reason, repliedBy: actor.name, repliedAt: context.now().toISOString() })
  return replaceAttached(tx, context, actor, { owner: 'reply', ownerId: id, year, unit }, files)
}
