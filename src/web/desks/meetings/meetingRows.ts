import type { MeetingHead, Meetings, Plannable } from './meetingTypes.ts'

/** A meeting that the scheme asks for, or one planned beside it (a rehearsal, one that was broken off). */
export interface MeetingRow {
  readonly key: string
  readonly name: string
  readonly speakers: number
  readonly plannable: Plannable | undefined
  readonly meeting: MeetingHead | undefined
}

/** The meetings of one kind, for one tier. */
export interface MeetingKind {
  readonly kind: string
  readonly name: string
  /** Days within which the scheme wants them held. */
  readonly from: string | undefined
  readonly due: string | undefined
  readonly rows: readonly MeetingRow[]
}

/** Sorts the meetings by kind; below those that the scheme asks for stand rehearsals and meetings broken off. */
export function rowsByKind({ meetings, plannable }: Meetings): readonly MeetingKind[] {
  const kinds = [...new Set([...plannable, ...meetings].map(one => one.kind))]
  return kinds.map(kind => {
    const asked = plannable.filter(one => one.kind === kind)
    const taken = new Set(asked.map(one => one.meeting))
    const beside = meetings.filter(one => one.kind === kind && !taken.has(one.id))
    const first = asked[0]
    return {
      kind,
      name: first?.kindName ?? '述职测评会议',
      from: first?.from,
      due: first?.due,
      rows: [
        ...asked.map(one => {
          const meeting = meetings.find(({ id }) => id === one.meeting)
          return {
            key: `${one.kind} ${one.lead ?? ''}`,
            name: meeting?.name ?? one.name,
            speakers: meeting?.speakers ?? one.speakers,
            plannable: one,
            meeting,
          }
        }),
        ...beside.map(meeting => ({
          key: meeting.id,
          name: meeting.name,
          speakers: meeting.speakers,
          plannable: undefined,
          meeting,
        })),
      ],
    }
  })
}

/** Describes how far the meetings have come, in one line; to those who only speak at one, nothing. */
export function describeMeetings({ meetings, plannable }: Meetings): string | undefined {
  if (plannable.length === 0) return undefined
  const real = meetings.filter(one => !one.rehearsal)
  const held = real.filter(one => HELD.has(one.phase)).length
  const accepted = real.filter(one => one.phase === 'accepted').length
  const waiting = plannable.filter(one => one.meeting === undefined && !one.scored).length
  const imported = plannable.filter(one => one.meeting === undefined && one.scored).length
  return [
    `应开${plannable.length}次`,
    waiting > 0 ? `还有${waiting}次没有安排` : imported > 0 ? undefined : '全部已安排',
    imported > 0 ? `${imported}次的得分已导入` : undefined,
    `已开${held}次`,
    `结果已认定${accepted}次`,
  ]
    .filter(part => part !== undefined)
    .join('，')
}

/** Describes where a meeting of the list stands. */
export function describeStanding({ plannable, meeting }: MeetingRow): string {
  return meeting?.phaseName ?? (plannable?.scored ? '得分已导入' : '未安排')
}

const HELD: ReadonlySet<MeetingHead['phase']> = new Set([
  'closed',
  'counted',
  'reported',
  'returned',
  'accepted',
])
