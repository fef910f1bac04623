import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { howSigned } from './receiveSheet.ts'
import type { StoredFinding, StoredSheet } from './sheets.store.ts'
import { describeFinding } from './presentFinding.ts'

/** One step in the history of a sheet. */
interface Step {
  readonly at: string
  readonly by: string
  readonly what: string
}

const RULINGS = { upheld: '维持', changed: '改变', dropped: '撤销' } as const

/** Presents the history of a sheet from the start: received, signed, answered, decided, chosen. */
export function presentHistory(
  stored: StoredSheet,
  findings: readonly StoredFinding[],
  scheme: Scheme,
): Step[] {
  const { receivedAt, sentByName, content, due, chosen } = stored
  const steps: Step[] = [
    { at: toInstant(receivedAt), by: sentByName, what: `报送核查表，核查情况${findings.length}条` },
  ]
  if (content.takenOverFrom !== undefined)
    steps.push({
      at: toInstant(receivedAt),
      by: sentByName,
      what: `在同一部手机上接着“${content.takenOverFrom}”填写的核查表写完`,
    })
  if (content.signedFor !== undefined)
    steps.push({
      at: toInstant(receivedAt),
      by: sentByName,
      what: `签字后更正核查日期：由${printDay(content.signedFor as Day)}改为${printDay(stored.visitedOn as Day)}`,
    })
  if (content.unit !== undefined) {
    const till = due === null ? '' : `，可在${printDay(due)}前答复`
    const name = content.unit.kind === 'refused' ? sentByName : content.unit.name
    steps.push({ at: toInstant(receivedAt), by: name, what: `${howSigned(content.unit)}${till}` })
  }
  for (const [by, accepted] of Map.groupBy(
    findings.filter(finding => finding.state === 'accepted'),
    finding => finding.repliedBy ?? '',
  )) {
    steps.push({ at: toInstant(accepted.at(-1)!.repliedAt!), by, what: `认可${accepted.length}条` })
  }
  for (const {
    state,
    repliedAt,
    repliedBy,
    reason,
    body,
    before,
    decidedAt,
    decidedByName,
    rulingReason,
  } of findings) {
    if (state === 'open' || state === 'accepted') continue
    const words = describeFinding(body, scheme)
    steps.push({
      at: toInstant(repliedAt!),
      by: repliedBy ?? '',
      what: `对“${before ?? words}”提出异议：${reason}`,
    })
    if (decidedAt === null || state === 'objected') continue
    const told = state === 'changed' ? `“${before}”为“${words}”` : `“${words}”`
    steps.push({
      at: toInstant(decidedAt),
      by: decidedByName ?? '',
      what: `裁定${RULINGS[state]}${told}，理由：${rulingReason}`,
    })
  }
  if (chosen !== null) {
    const what = { kept: '选定这一份', merged: '选定这一份，并入另一份的核查情况', setAside: '不采用这一份' }[
      chosen.kind
    ]
    steps.push({ at: chosen.at, by: chosen.by, what: `${what}，理由：${chosen.reason}` })
  }
  return steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
