import type { LedgerCount } from '../domain/year/facts/facts.ts'

/** A demo meeting or return, with who was absent, late or wrong. */
interface DemoOccasion {
  readonly kind: 'meeting' | 'return'
  readonly name: string
  readonly heldOn: string
  readonly records: readonly { readonly unit: string; readonly counter: string }[]
}

const MEETINGS = [
  '党建工作例会',
  '重点任务推进会',
  '机关党委书记座谈会',
  '专题部署会',
  '培训动员会',
  '情况通报会',
]
const RETURNS = [
  '党建工作情况月报',
  '党员信息统计表',
  '主题党日小结',
  '学习情况报表',
  '整改进展报告',
  '活动经费报表',
]
const MEETING_DAYS = ['06', '11', '15', '18', '20', '21']
const RETURN_DAYS = ['05', '09', '12', '16', '19', '22']

/** Generates the meetings and returns that match the ledger counts (台账): as many records of a unit in a month as its counts say, each on a different occasion. */
export function demoOccasions(
  counts: readonly LedgerCount[],
  isMeeting: (counter: string) => boolean,
): readonly DemoOccasion[] {
  const made = new Map<string, { unit: string; counter: string }[]>()
  const used = new Map<string, number>()
  for (const { unit, counter, period, count } of counts) {
    const kind = isMeeting(counter) ? 'meeting' : 'return'
    for (let nth = 0; nth < count; nth++) {
      const at = used.get(`${unit} ${kind} ${period}`) ?? 0
      used.set(`${unit} ${kind} ${period}`, at + 1)
      const key = `${period} ${kind} ${at}`
      const records = made.get(key)
      if (records === undefined) made.set(key, [{ unit, counter }])
      else records.push({ unit, counter })
    }
  }
  return [...made]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, records]) => occasionOf(key, records))
}

function occasionOf(key: string, records: DemoOccasion['records']): DemoOccasion {
  const [period, kind, nth] = key.split(' ') as [string, DemoOccasion['kind'], string]
  const at = Number(nth) % MEETINGS.length
  const month = `${Number(period.slice(5))}月`
  return kind === 'meeting'
    ? { kind, name: `${month}${MEETINGS[at]!}`, heldOn: `${period}-${MEETING_DAYS[at]!}`, records }
    : { kind, name: `${month}${RETURNS[at]!}`, heldOn: `${period}-${RETURN_DAYS[at]!}`, records }
}
