import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { call, type CallAnswer } from '../../client/call.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { Choice } from '../../kit/Choice.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { onlyAt } from '../../kit/table/useTableView.ts'
import { ProblemCalendar } from './ProblemCalendar.tsx'
import { problemAt } from './rectifyTypes.ts'
import './rectify.css'

type Board = CallAnswer<'GET /api/years/:year/problem-board'>
type Sum = Board['units'][number]
type By = 'units' | 'leadUnits' | 'rows'

/** Shows how rectification stands: a column for each state, sums by unit, lead unit and row, and the years side by side. (五（二）) */
export function RectifyBoardPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/problem-board', { params: { year } })
  return (
    <AnsweredPage title="整改情况" of={answer}>
      {of => <Shown of={of} />}
    </AnsweredPage>
  )
}

function Shown({ of }: { readonly of: Board }) {
  const total = of.columns.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageHead
        title="整改情况"
        state={total === 0 ? undefined : `共${total}个问题`}
        actions={
          <>
            <BackLink to={`/${of.year}/problems`}>返回清单</BackLink>
            {total > 0 && (
              <SaveAs
                text="导出清单和汇总"
                fetch={() => call('GET /api/years/:year/problems.xlsx', { params: { year: of.year } })}
              />
            )}
          </>
        }
      />
      {total === 0 ? (
        <EmptyState
          title="还没有问题"
          what="下发问题清单后，整改情况汇总在这里。"
          next={<LinkButton to={`/${of.year}/problems`}>查看清单</LinkButton>}
        />
      ) : (
        <>
          <ByState of={of} />
          <Sums of={of} />
          {of.years.length > 1 && <Years of={of} />}
        </>
      )}
    </>
  )
}

const VIEWS = [
  { value: 'board', text: '看板' },
  { value: 'calendar', text: '日历' },
] as const

/** Shows the problems by state, or on the days on which they are due. */
function ByState({ of }: { readonly of: Board }) {
  const [view, setView] = useState<string>('board')
  return (
    <>
      <Choice label="查看方式" value={view} options={VIEWS} onChange={setView} />
      {view === 'board' ? <Columns of={of} /> : <ProblemCalendar of={of} />}
    </>
  )
}

function Columns({ of: { year, columns } }: { readonly of: Board }) {
  return (
    <section aria-label="按状态">
      <h2>按状态</h2>
      <div className="problem-board">
        {columns.map(({ words, count, problems }) => (
          <div key={words}>
            <h3>
              <Link to={onlyAt(`/${year}/problems`, { standing: [words] })}>
                {words} {count}
              </Link>
            </h3>
            <ul className="bare">
              {problems.map(one => (
                <li key={one.id}>
                  <Link to={problemAt(year, one)}>{one.text}</Link>
                  <div className="soft">
                    {one.unitName}
                    {one.dueOn !== undefined && (
                      <>
                        ，<ChineseDate of={one.dueOn} />
                      </>
                    )}
                    {one.overdue && <span className="bad unbroken"> 逾期</span>}
                  </div>
                </li>
              ))}
            </ul>
            {count > problems.length && (
              <p>
                <Link to={onlyAt(`/${year}/problems`, { standing: [words] })}>
                  另有{count - problems.length}个，查看全部
                </Link>
              </p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

const WAYS = [
  { value: 'units', text: '按单位' },
  { value: 'leadUnits', text: '按牵头单位' },
  { value: 'rows', text: '按评分细则' },
] as const

function Sums({ of }: { readonly of: Board }) {
  const [by, setBy] = useState<By>('units')
  const columns = useMemo(() => sumColumns(by), [by])
  return (
    <section aria-label="汇总">
      <h2>汇总</h2>
      <p>
        <Choice label="汇总方式" value={by} options={WAYS} onChange={value => setBy(value as By)} />
      </p>
      <DataTable
        id={`problemSums.${by}`}
        label="整改汇总"
        noExport
        rows={of[by]}
        columns={columns}
        rowKey={row => row.name}
        search="名称"
        unit={COUNTED[by]}
        rowLink={row => onlyAt(`/${of.year}/problems`, { [COLUMN_OF[by]]: [row.of] })}
        height={by === 'units' ? 'fill' : 'whole'}
      />
    </section>
  )
}

/** What the sums are counted in. */
const COUNTED = { units: '个单位', leadUnits: '个牵头单位', rows: '条细则' } as const

/** The column of the list by which a sum is made. */
const COLUMN_OF = { units: 'unit', leadUnits: 'leadUnit', rows: 'row' } as const

function sumColumns(by: By): readonly Column<Sum>[] {
  return [
    {
      id: 'name',
      title: { units: '单位', leadUnits: '牵头单位', rows: '评分细则' }[by],
      width: 280,
      value: row => row.name,
      search: true,
      onCard: 'title',
    },
    { id: 'total', title: '问题', width: 90, kind: 'number', value: row => row.total },
    { id: 'confirmed', title: '已销号', width: 90, kind: 'number', value: row => row.confirmed },
    { id: 'overdue', title: '逾期', width: 90, kind: 'number', value: row => row.overdue },
    { id: 'again', title: '再次出现', width: 100, kind: 'number', value: row => row.again },
  ]
}

const YEAR_COLUMNS: readonly Column<Board['years'][number]>[] = [
  { id: 'year', title: '年度', width: 100, value: row => `${row.year}年`, onCard: 'title' },
  { id: 'total', title: '问题', width: 90, kind: 'number', value: row => row.total },
  { id: 'confirmed', title: '已销号', width: 90, kind: 'number', value: row => row.confirmed },
  { id: 'again', title: '再次出现', width: 100, kind: 'number', value: row => row.again },
]

function Years({ of: { years } }: { readonly of: Board }) {
  return (
    <section aria-label="历年">
      <h2>历年</h2>
      <DataTable
        id="problemYears"
        label="历年整改"
        noExport
        rows={years}
        columns={YEAR_COLUMNS}
        rowKey={row => String(row.year)}
        rowLink={row => `/${row.year}/problems`}
        unit="年"
        height="whole"
      />
    </section>
  )
}
