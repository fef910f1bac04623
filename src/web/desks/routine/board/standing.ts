import { printDecimal } from '../../../kit/Points.tsx'
import type { Member } from '../routineTypes.ts'
import type { LedgerLine } from './ledgerLines.ts'

/** Describes a member's ledger: done of due, faults, forecast loss. */
export function describeStanding(
  { faults, ownRecords }: Member,
  line: LedgerLine | undefined,
): readonly string[] {
  return [
    ...(line === undefined || line.due === 0 ? [] : [`应做${line.due}次，已做${line.done}次`]),
    ...(line === undefined || line.lossAtEnd === 0 ? [] : [`预计扣${printDecimal(line.lossAtEnd)}分`]),
    ...(line === undefined || line.late === 0 ? [] : [`补登${line.late}条`]),
    ...(faults === 0 ? [] : [`缺席、迟报等${faults}次`]),
    ...(ownRecords === 0 ? [] : [`本系统登记${ownRecords}次`]),
  ]
}

/** Drafts a reason from the ledger, for the grader to edit. */
export function draftReason(member: Member, line: LedgerLine | undefined): string {
  const kept = line === undefined || line.due === 0 ? '' : `台账应做${line.due}次、已做${line.done}次，`
  const clean = member.faults + member.ownRecords === 0
  return `${kept}${clean ? '没有缺席和迟报、漏报、错报' : `缺席和迟报、漏报、错报${member.faults + member.ownRecords}次`}`
}

/** Checks whether a reason is as `draftReason` writes it, with whatever figures: nobody has edited it. */
export function isDrafted(reason: string): boolean {
  return /^(台账应做\d+次、已做\d+次，)?(没有缺席和迟报、漏报、错报|缺席和迟报、漏报、错报\d+次)$/.test(
    reason.trim(),
  )
}

/** Returns the cost of a member: forecast loss, then faults; lower is better. */
export function costOf(
  { faults, ownRecords }: Pick<Member, 'faults' | 'ownRecords'>,
  line: Pick<LedgerLine, 'lossAtEnd'> | undefined,
): number {
  return (line?.lossAtEnd ?? 0) + faults + ownRecords
}
