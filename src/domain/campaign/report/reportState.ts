import type { Day } from '../../kernel/calendar.ts'

/** The state of a debrief report (述职报告的状态). `vetters` are the ids of those who vet it, each for itself. (六（三）) */
export type ReportState =
  | { readonly kind: 'draft' }
  | { readonly kind: 'handedIn'; readonly vetters: readonly string[]; readonly signed: readonly string[] }
  | { readonly kind: 'returned' }
  | { readonly kind: 'vetted'; readonly vetters: readonly string[] }

/** What a hand-in is judged by (上报的内容): its words, and the shares outside the scheme's range. */
export interface HandInContent {
  readonly words: number
  readonly limit: number
  /** Whether the organizer allowed more words than the limit. */
  readonly isWaived: boolean
  /** Shares outside their range, in words. */
  readonly outside: string
  readonly shareReason: string
}

/** A command to a debrief report (对述职报告的操作). */
export type ReportCommand =
  | { readonly do: 'edit' }
  | { readonly do: 'handIn'; readonly content: HandInContent; readonly declared: boolean }
  | { readonly do: 'takeIn'; readonly content: HandInContent; readonly arrivedOn: Day }
  | { readonly do: 'comment'; readonly vetter: string }
  | { readonly do: 'sign'; readonly vetter: string }
  | { readonly do: 'return'; readonly vetter: string; readonly reason: string }

/** An event of a debrief report (述职报告的经过). `handedIn` carries the day that counts for being late. */
export type ReportEvent =
  | { readonly kind: 'edited' }
  | { readonly kind: 'handedIn'; readonly on: Day }
  | { readonly kind: 'commented' }
  | { readonly kind: 'signed'; readonly isLast: boolean }
  | { readonly kind: 'returned' }

/** The words of a report's states (状态). */
export const reportStateNames = {
  absent: '未起草',
  draft: '起草中',
  handedIn: '审核中',
  returned: '已退回',
  vetted: '已审核',
} as const

/** The state of a report in a list (状态): `absent` before anything was written. */
export type ReportStanding = keyof typeof reportStateNames
