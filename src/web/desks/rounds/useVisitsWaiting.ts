import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { printDay } from '../../kit/printDay.ts'
import type { WaitingLine } from '../../kit/waitingLine.ts'
import { addressOnPhone } from './roundWords.ts'

/** The number of items named one by one. */
const NAMED = 5

/** Lists the units an inspector has yet to visit, soonest first; `undefined` while unknown. */
export function useVisitsWaiting(year: number): readonly WaitingLine[] | undefined {
  const may = useMay()
  const goes = may('inspect')
  const { data, error } = useAnswer(
    'GET /api/years/:year/assignments',
    { params: { year }, query: { mine: 'yes' } },
    { when: goes },
  )
  if (!goes || error !== null) return []
  if (data === undefined) return undefined
  const due = data.assignments.filter(one => one.state === 'planned')
  const lines = due.slice(0, NAMED).map(({ id, unitName, roundName, plannedOn, late }): WaitingLine => ({
    key: id,
    text: `核查${unitName}`,
    page: addressOnPhone(id),
    why: roundName ?? '牵头单位核查',
    when: plannedOn === undefined ? '未定日期' : `${printDay(plannedOn)}${late ? '，逾期未去' : ''}`,
    late,
  }))
  const left = due.length - lines.length
  return left <= 0
    ? lines
    : [...lines, { key: 'visits', text: `还有${left}个单位待核查`, to: `/${year}/rounds`, late: false }]
}
