import { printDecimal } from '../../../kit/Points.tsx'
import type { Member } from '../routineTypes.ts'
import type { LedgerLine } from './ledgerLines.ts'

/** 成员的台账情况的说法: what was done of what was due, faults, the loss foretold. */
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

/** 按台账拟一句理由, for the grader to mend. */
export function draftReason(member: Member, line: LedgerLine | undefined): string {
  const kept = line === undefined || line.due === 0 ? '' : `台账应做${line.due}次、已做${line.done}次，`
  const clean = member.faults + member.ownRecords === 0
  return `${kept}${clean ? '没有缺席和迟报、漏报、错报' : `缺席和迟报、漏报、错报${member.faults + member.ownRecords}次`}`
}

/** 成员的失分大小: what the ledger foretells, then faults; fewer is better. */
export function costOf(
  { faults, ownRecords }: Pick<Member, 'faults' | 'ownRecords'>,
  line: Pick<LedgerLine, 'lossAtEnd'> | undefined,
): number {
  return (line?.lossAtEnd ?? 0) + faults + ownRecords
}
