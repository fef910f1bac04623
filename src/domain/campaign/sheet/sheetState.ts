import type { Day } from '../../kernel/calendar.ts'

/**
 * The state of an inspection sheet (核查表). `sent` waits for the unit's signature; `beside` is one of two
 * for the same assignment, not yet chosen; `inForce` has its findings as facts of the year and a last day
 * for objections; `setAside` was not chosen. (三（二）2, 四（二）)
 */
export type SheetState =
  | { readonly kind: 'sent' }
  | { readonly kind: 'beside' }
  | { readonly kind: 'inForce'; readonly due: Day; readonly others: boolean }
  | { readonly kind: 'setAside' }

/** The state of a finding (核查情况) after the replies of the unit and the committee. */
export type FindingState = 'open' | 'accepted' | 'objected' | 'upheld' | 'changed' | 'dropped'

/** The unit's reply to a finding (态度). */
export type Stance = 'accept' | 'object'

/** The committee's ruling on an objection (裁定). */
export type ObjectionRuling = 'uphold' | 'change' | 'drop'

/** A command to an inspection sheet (核查表). `own`: the person deciding is one of its inspectors. */
export type SheetCommand =
  | { readonly do: 'sign' }
  | { readonly do: 'choose'; readonly own: boolean }
  | { readonly do: 'reply'; readonly finding: FindingState; readonly stance: Stance; readonly reason: string }
  | {
      readonly do: 'decide'
      readonly finding: FindingState
      readonly ruling: ObjectionRuling
      readonly own: boolean
    }

/** An event of an inspection sheet (核查表). */
export type SheetEvent =
  | { readonly kind: 'signed' }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'replied'; readonly finding: FindingState }
  | { readonly kind: 'decided'; readonly finding: FindingState }

/** The progress of an inspection sheet (核查表的进展) on a day: 待签字, 两份待定, 答复中, 待裁定, 已办结, 不采用. */
export type SheetStanding = 'sent' | 'doubled' | 'replying' | 'deciding' | 'settled' | 'setAside'

/** The names of the stages of progress (进展). */
export const standingNames: Readonly<Record<SheetStanding, string>> = {
  sent: '待单位签字',
  doubled: '两份待选定',
  replying: '单位答复中',
  deciding: '异议待裁定',
  settled: '已办结',
  setAside: '未采用',
}

/** Returns the progress of an inspection sheet (核查表的进展): no reply by the due day accepts, nor by the seal, from which on there is no `today`; objections wait for the committee. */
export function standingOf(
  state: SheetState,
  findings: readonly FindingState[],
  today: Day | undefined,
): SheetStanding {
  if (state.kind === 'sent' || state.kind === 'setAside') return state.kind
  if (state.kind === 'beside' || state.others) return 'doubled'
  if (today !== undefined && today <= state.due && findings.some(finding => finding === 'open'))
    return 'replying'
  return findings.includes('objected') ? 'deciding' : 'settled'
}
