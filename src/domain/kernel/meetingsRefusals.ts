/** Refusals of debrief meetings (述职测评会议). Phases are given by their Chinese names. */
export interface MeetingsRefusalValues {
  readonly meetingNotNow: { readonly phase: string; readonly needed: string }
  readonly meetingFrozen: { readonly phase: string }
  readonly agendaEmpty: Readonly<Record<never, never>>
  readonly speakersWaiting: { readonly count: number }
  readonly notOnAgenda: { readonly unit: string }
  readonly spokenAlready: { readonly unit: string }
  readonly votingOpened: Readonly<Record<never, never>>
  readonly votingNotOpen: Readonly<Record<never, never>>
  readonly closeNotLater: Readonly<Record<never, never>>
  readonly lastOnAgenda: Readonly<Record<never, never>>
  readonly classPresentTooMany: { readonly voterClass: string; readonly expected: number }
}
