import { followUpStandingNames } from '../../../domain/campaign/followUp/decideFollowUp.ts'
import { type Column, onlySaved } from '../../kit/table/column.ts'
import { type Consequence, type ConsequenceList, effectOf } from './consequence.ts'
import { describeYear } from './describeYear.ts'

/** Names of the notice states. */
const stateNames: { readonly [S in Consequence['state']]: string } = {
  pending: '待送达',
  served: '已送达',
  replied: '已回复',
}

/** Columns of the list of consequences. No notice is due while the results are not approved; what follows a notice is not kept by day. */
export function consequenceColumns({
  mayServe: mayNow,
  asOf,
  basis,
}: Pick<ConsequenceList, 'mayServe' | 'asOf' | 'basis'>): readonly Column<Consequence>[] {
  const mayServe = asOf === undefined ? mayNow : basis === 'sealed'
  const stateOf = (row: Consequence) =>
    row.state === 'pending' && !mayServe ? '审定后送达' : stateNames[row.state]
  const columns: readonly Column<Consequence>[] = [
    { id: 'unit', title: '单位', width: 190, value: row => row.unitName, search: true, onCard: 'title' },
    { id: 'name', title: '结果运用', width: 164, value: row => row.name, search: true },
    { id: 'citation', title: '条款', width: 80, value: row => row.citation, onCard: 'no' },
    { id: 'effect', title: '后果', width: 190, value: effectOf, hidden: true, onCard: 'no' },
    { id: 'person', title: '考核对象', width: 84, value: row => row.personName, search: true },
    {
      id: 'group',
      title: '牵头单位',
      width: 170,
      value: row => row.leadUnitName,
      filter: true,
      search: true,
      hidden: true,
      onCard: 'no',
    },
    { id: 'effectYear', title: '执行年度', width: 88, value: row => `${row.takesEffect}年` },
    {
      id: 'state',
      title: '通知',
      width: 98,
      value: stateOf,
      show: row => (mayServe ? <NoticeState of={row.state} /> : stateOf(row)),
      filter: true,
      onCard: 'figure',
    },
    {
      id: 'followUp',
      title: '落实',
      width: 132,
      value: row => row.standing && followUpStandingNames[row.standing],
      show: row => (
        <>
          {row.standing === undefined ? '—' : followUpStandingNames[row.standing]}
          {row.overdueSince !== undefined && <span className="bad"> 逾期</span>}
        </>
      ),
      filter: true,
      onCard: 'no',
    },
    { id: 'served', title: '送达日期', width: 122, kind: 'day', value: row => row.notice?.servedOn },
    {
      id: 'years',
      title: '依据',
      width: 246,
      value: row => row.years.map(describeYear).join('；'),
      show: row => (
        <ul className="bare">
          {row.years.map(year => (
            <li key={year.cycle}>{describeYear(year)}</li>
          ))}
        </ul>
      ),
      sort: false,
    },
    onlySaved('deduction', '绩效扣分', row => row.deduction && -row.deduction, { kind: 'points' }),
    onlySaved('to', '受送达人', row => row.notice?.to),
    onlySaved('reply', '回复', row => row.notice?.reply, { width: 400 }),
    onlySaved('who', '谈话人或受理机关', row => row.followUp?.who),
  ]
  return asOf === undefined ? columns : columns.filter(({ id }) => id !== 'followUp')
}

/** Shows the state of a notice; pending ones are marked. */
function NoticeState({ of }: { readonly of: Consequence['state'] }) {
  return (
    <span className={of === 'pending' ? 'bad' : of === 'replied' ? 'good' : undefined}>{stateNames[of]}</span>
  )
}
