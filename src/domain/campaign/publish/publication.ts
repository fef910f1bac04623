import { addDays, type Day, printDay } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** What may be published of a unit (公示内容). (四（六）) */
export const publishedParts = ['report', 'rectification', 'ballots', 'grade', 'place', 'composite'] as const

/** One of the things that may be published (公示内容之一). (四（六）) */
export type PublishedPart = (typeof publishedParts)[number]

/** How the comment board (发言板块) takes comments: not at all, shown once somebody has read them, or shown at once. (四（六）) */
export type CommentMode = 'off' | 'held' | 'shown'

/** The plan of a publication (公示安排): what, from which day to which, and how comments are taken. (四（六）) */
interface PublicationPlan {
  readonly parts: readonly PublishedPart[]
  readonly from: Day
  readonly to: Day
  readonly comments: CommentMode
}

/** A publication (公示): its plan, and whether it was released. (四（六）) */
export interface Publication extends PublicationPlan {
  readonly released: boolean
}

/** How far a publication (公示) is: planned, released for a later day, open, or over. */
type PublicationStanding = 'planned' | 'waiting' | 'open' | 'over'

/** Returns how far a publication (公示) is on a day; both its first and its last day count. (四（六）) */
export function standingOf(
  { released, from, to }: Pick<Publication, 'released' | 'from' | 'to'>,
  today: Day,
): PublicationStanding {
  if (!released) return 'planned'
  if (today < from) return 'waiting'
  return today <= to ? 'open' : 'over'
}

/** What the committee does with a publication (公示). */
export type PublicationCommand =
  | { readonly do: 'plan'; readonly plan: PublicationPlan }
  | { readonly do: 'release' }
  | { readonly do: 'extend'; readonly to: Day }
  | { readonly do: 'withdraw' }

/** Decides a command to a publication (公示): returns it as it is then, or a refusal. Nothing is on the site before its release. (四（六）) */
export function decidePublication(
  state: Publication | undefined,
  command: PublicationCommand,
  today: Day,
): Publication | Refusal {
  if (command.do === 'plan')
    return state?.released
      ? refuse('publicationReleased', {})
      : (faultOf(command.plan, today) ?? { ...command.plan, released: false })
  if (state === undefined) return refuse('publicationUnplanned', {})
  switch (command.do) {
    case 'release':
      if (state.released) return refuse('publicationReleased', {})
      return past(state, today) ?? { ...state, released: true }
    case 'extend':
      if (!state.released) return refuse('publicationUnreleased', {})
      return command.to > state.to && command.to >= today
        ? (tooLong(state.from, command.to) ?? { ...state, to: command.to })
        : refuse('publicationNotLonger', { day: printDay(state.to) })
    case 'withdraw':
      return state.released ? { ...state, released: false } : refuse('publicationUnreleased', {})
  }
}

function faultOf({ parts, from, to }: PublicationPlan, today: Day): Refusal | undefined {
  if (parts.length === 0) return refuse('publicationEmpty', {})
  return to < from
    ? refuse('publicationDaysTurned', { from: printDay(from), to: printDay(to) })
    : (past({ from, to }, today) ?? tooLong(from, to))
}

/** A period is one in which it can be read, from its first day on. */
function past({ from, to }: Pick<PublicationPlan, 'from' | 'to'>, today: Day): Refusal | undefined {
  if (to < today) return refuse('publicationPast', { day: printDay(to) })
  return from < today ? refuse('publicationBegun', { day: printDay(from) }) : undefined
}

/** A year mistyped, which could not be taken back: a publication is only ever extended. */
function tooLong(from: Day, to: Day): Refusal | undefined {
  const last = addDays(from, 366)
  return to > last ? refuse('publicationTooLong', { day: printDay(last) }) : undefined
}
