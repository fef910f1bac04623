import type { Day } from '../../kernel/calendar.ts'

/** Names of the states of a problem (问题的状态), in the order in which it passes them. (五（二）) */
export const problemStandingNames = {
  drafted: '拟稿',
  reviewed: '审核完待下发',
  sent: '已下发待报方案',
  handedIn: '方案审核中',
  planReturned: '方案已退回',
  inProgress: '整改中',
  claimed: '待复查',
  confirmed: '已销号',
  dropped: '已撤下',
} as const

/** State of a problem (问题的状态). */
export type ProblemStanding = keyof typeof problemStandingNames

/** One signature under a problem or its plan (审核意见): for which body, by which account. */
export interface Signature {
  readonly body: string
  readonly byId: string
}

/** The plan of one problem (整改方案): cause, remedy, owner and deadline; blank until written. */
export interface ProblemPlan {
  readonly cause: string
  readonly remedy: string
  readonly owner: string
  readonly deadline: Day | undefined
}

/** What decides about a problem (一个问题). (五（二）) */
export interface ProblemState {
  readonly standing: ProblemStanding
  /** The account that worded it last. */
  readonly draftedBy: string
  readonly reviews: readonly Signature[]
  readonly isReceived: boolean
  readonly objection: 'none' | 'open' | 'answered'
  readonly objectUntil: Day | undefined
  readonly plan: ProblemPlan
  readonly vets: readonly Signature[]
  /** The day to which an extension is asked for. */
  readonly extensionUntil: Day | undefined
  readonly claimedBy: string | undefined
}

/** Who has to sign (审核各方): the bodies that review a problem, and those that vet its plan. */
export interface Signers {
  readonly bodies: readonly string[]
  readonly vetters: readonly string[]
}

/** A command to a problem (对问题的操作). `by` is the account that acts. */
export type ProblemCommand =
  | { readonly do: 'word' | 'drop' | 'send' | 'receive' | 'object' | 'plan' | 'handIn' | 'progress' }
  | {
      readonly do: 'review' | 'vet'
      readonly body: string
      readonly by: string
      readonly agrees: boolean
    }
  | { readonly do: 'answer'; readonly upheld: boolean }
  | { readonly do: 'extend'; readonly until: Day }
  | { readonly do: 'answerExtension'; readonly granted: boolean }
  | { readonly do: 'claim' }
  | { readonly do: 'check'; readonly by: string; readonly isMended: boolean }

/** An event of a problem (问题的经过): its state afterwards. `isLast` marks the signature that completes a review. */
export interface ProblemEvent {
  readonly to: ProblemStanding
  readonly isLast?: boolean
}
