import type { Day } from '../../kernel/calendar.ts'

/**
 * 核查表的状态: `sent` waits for the unit to sign; `beside` is one of two for the same assignment, not chosen; `inForce` has its findings as facts of the year,
 * with a day until which the unit may object; `setAside` was not chosen. (三（二）2, 四（二）)
 */
export type SheetState =
  | { readonly kind: 'sent' }
  | { readonly kind: 'beside' }
  | { readonly kind: 'inForce'; readonly due: Day; readonly others: boolean }
  | { readonly kind: 'setAside' }

/** 核查情况的状态, as its unit and the committee left it. */
export type FindingState = 'open' | 'accepted' | 'objected' | 'upheld' | 'changed' | 'dropped'

/** 单位的态度. */
export type Stance = 'accept' | 'object'

/** 裁定. */
export type ObjectionRuling = 'uphold' | 'change' | 'drop'

/** 核查表的命令. `own`: whoever decides is among those who found it. */
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

/** 核查表的事件. */
export type SheetEvent =
  | { readonly kind: 'signed' }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'replied'; readonly finding: FindingState }
  | { readonly kind: 'decided'; readonly finding: FindingState }

/** 核查表的进展 on a day: 待签字, 两份待定, 答复中, 待裁定, 已办结, 不采用. */
export type SheetStanding = 'sent' | 'doubled' | 'replying' | 'deciding' | 'settled' | 'setAside'

/** 进展的说法. */
export const standingNames: Readonly<Record<SheetStanding, string>> = {
  sent: '待单位签字',
  doubled: '两份待选定',
  replying: '单位答复中',
  deciding: '异议待裁定',
  settled: '已办结',
  setAside: '未采用',
}

/** 核查表进展的确定: silence till the due day accepts; whatever was objected to waits for the committee. */
export function standingOf(state: SheetState, findings: readonly FindingState[], today: Day): SheetStanding {
  if (state.kind === 'sent' || state.kind === 'setAside') return state.kind
  if (state.kind === 'beside' || state.others) return 'doubled'
  if (today <= state.due && findings.some(finding => finding === 'open')) return 'replying'
  return findings.includes('objected') ? 'deciding' : 'settled'
}
