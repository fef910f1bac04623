import type { Citation } from '../kernel/citation.ts'

/** A kind of debrief meeting (述职测评会议): which secretaries it hears, who convenes it and which component its ballots score. One kind a tier of meetings. (三（二）4, 四（四）) */
export interface DebriefMeetings {
  readonly id: string
  readonly name: string
  readonly citation: Citation
  /** The component scored by its ballots. */
  readonly component: string
  /** The tiers of units whose secretaries debrief; all if absent. */
  readonly tiers?: readonly string[]
  /** `leadUnit`: one meeting for each lead unit, of its members. */
  readonly convenor: 'committee' | 'leadUnit'
  /** The deadline in the timetable within which it is held, if there is one. */
  readonly deadline?: string
  /** Days after the result is told within which a secretary may ask for a recount; without it, none. */
  readonly recountDays?: number
}
