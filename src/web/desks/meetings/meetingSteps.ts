import type { Step } from '../../kit/StepList.tsx'
import type { Meeting } from './meetingTypes.ts'

/** The steps of a meeting, in order. */
export type StepId =
  | 'plan'
  | 'agenda'
  | 'voters'
  | 'issue'
  | 'hall'
  | 'count'
  | 'report'
  | 'judge'
  | 'record'
  | 'notes'

/** The steps of a meeting whose ballots are scored, and of one of dual debriefs, beside those of both. */
const SCORED: readonly StepId[] = ['report', 'judge', 'notes']
const OF_DEBRIEFS: readonly StepId[] = ['record']

/** One step of a meeting. */
interface MeetingStep extends Step {
  readonly id: StepId
}

type Phase = Meeting['phase']

/** How far each phase is. */
const ORDER: Readonly<Record<Phase, number>> = {
  planned: 0,
  issued: 1,
  running: 2,
  closed: 3,
  counted: 4,
  returned: 4,
  reported: 5,
  accepted: 6,
  brokenOff: 7,
}

/** Returns the steps of a meeting with how far each is; those at hand are open on the page. */
export function meetingSteps(meeting: Meeting): readonly MeetingStep[] {
  const { phase, agenda, classes, phones, supervisors } = meeting
  const order = ORDER[phase]
  /** Done once the meeting is past `last`; at hand from `first` on. */
  const between = (first: number, last: number): Step['state'] =>
    order > last ? 'done' : order >= first ? 'now' : 'ahead'
  const lines = agenda.filter(line => !line.removed)
  const written = lines.filter(line => !line.speaks).length
  const expected = sumOf(classes.map(one => one.expected))
  const present = sumOf(classes.map(one => one.present ?? 0))
  const isCounted = classes.every(one => one.present !== undefined)
  const steps: readonly MeetingStep[] = [
    { id: 'plan', title: '安排', said: '已安排', state: 'done' },
    {
      id: 'agenda',
      title: '议程',
      said: `述职${lines.length - written}人${written > 0 ? `，书面述职${written}人` : ''}`,
      state: between(0, 0),
    },
    {
      id: 'voters',
      title: '参评人数',
      said: isCounted ? `应到${expected}人，实到${present}人` : `应到${expected}人，实到未登记`,
      state: isCounted && order > 0 ? 'done' : between(0, 2),
    },
    {
      id: 'issue',
      title: phones ? '票条和纸质票' : '纸质票',
      said: order === 0 ? '未印发' : '已印发',
      state: between(0, 1),
    },
    { id: 'hall', title: '开会', said: saidOfHall(meeting), state: between(0, 2) },
    {
      id: 'count',
      title: '计票',
      said: order < 4 ? '未计票' : '已计票',
      state: between(3, 3),
      stays: order === 4,
    },
    {
      id: 'report',
      title: '结果和纪要',
      said:
        order < 4
          ? '计票后上报'
          : order === 4
            ? phase === 'returned'
              ? '已退回，待重新上报'
              : '待上报'
            : '已上报',
      state: between(4, 4),
      stays: phase === 'accepted',
    },
    {
      id: 'judge',
      title: '认定',
      said: saidOfJudging(phase),
      state: between(5, 5),
      stays: phase === 'accepted',
    },
    {
      id: 'record',
      title: '登记',
      said: phase === 'accepted' ? '已登记到双述双评' : order === 4 ? '待登记' : '计票后登记',
      state: between(4, 4),
      stays: phase === 'accepted',
    },
    {
      id: 'notes',
      title: '监督指导',
      said: supervisors.join('、') || '没有派人',
      // Without supervisors nobody is awaited; the step can still be opened.
      state: supervisors.length === 0 ? 'ahead' : between(2, 5),
    },
  ]
  // What only the convenor does is shown to the convenor.
  const others = meeting.dual === undefined ? OF_DEBRIEFS : SCORED
  return steps.filter(({ id }) => !others.includes(id) && (meeting.convenes || id !== 'issue'))
}

function saidOfHall({ phase, voting, speech }: Meeting): string {
  if (phase === 'brokenOff') return '已中止'
  if (phase !== 'running') return ORDER[phase] < 2 ? '未开始' : '已结束'
  if (speech !== undefined) return `${speech.secretary}正在述职`
  return voting === 'open' ? '正在投票' : '进行中'
}

function saidOfJudging(phase: Phase): string {
  if (phase === 'reported') return '待认定'
  return phase === 'accepted' ? '已认定，得分记入年度' : '上报后认定'
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
