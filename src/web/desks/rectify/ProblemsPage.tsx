import { Alert } from 'antd'
import { useMemo } from 'react'
import { problemColumns, standingWords } from '../../../contract/rectify/problemColumns.ts'
import { useMay } from '../../client/useMay.ts'
import { call } from '../../client/call.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { SaveAs } from '../../kit/SaveAs.tsx'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { countOf, StateBar } from '../../kit/table/StateBar.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { useOwnUnit } from '../ledger/useOwnUnit.ts'
import { CommitteeActs, UnitActs } from './ListActs.tsx'
import { problemAt, type ProblemRow, type Problems } from './rectifyTypes.ts'
import './rectify.css'

/** Shows the problems of a year and how far their rectification is: a unit its own, a lead unit its members', the committee all. (四（五）, 五（二）) */
export function ProblemsPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="问题与整改" /> : <List year={year} />
}

function List({ year }: { readonly year: number }) {
  const may = useMay()
  const own = useOwnUnit()
  const columns = useMemo(looks, [])
  const { first, list } = usePagedList(
    'GET /api/years/:year/problems',
    { params: { year } },
    { id: 'problems', columns, rowsOf },
  )
  return (
    <>
      <PageHead
        title="问题与整改"
        state={first.data && describeState(list)}
        actions={
          first.data && (
            <>
              <LinkButton to={`/${year}/problems/board`}>整改情况</LinkButton>
              {may('draftProblems') && <CommitteeActs of={first.data} list={list} />}
              {may('rectify') && own !== undefined && <UnitActs of={first.data} unit={own} />}
            </>
          )
        }
      />
      <Answered of={first}>
        {({ whyNoReview }) => (
          <>
            {whyNoReview !== undefined && (
              <Alert className="obstacle" type="info" showIcon title={whyNoReview} />
            )}
            <StateBar
              of={list}
              states={STATES.filter(([words]) => ALWAYS.has(words) || countOf(list, words, 'standing') > 0)}
              column="standing"
            />
            <DataTable
              id="problems"
              label="问题清单"
              noExport
              rows={list.rows}
              paged={list}
              columns={columns}
              rowKey={row => row.id}
              rowLink={row => problemAt(year, row)}
              rowClass={row => (row.waits ? 'strong' : undefined)}
              search="问题、单位"
              unit="个问题"
              actions={
                <SaveAs
                  text="导出清单"
                  fetch={() => call('GET /api/years/:year/problems.xlsx', { params: { year } })}
                />
              }
              empty={
                <EmptyState
                  title="还没有问题"
                  what={
                    may('draftProblems')
                      ? '平时可以由实地核查情况提出问题，结果封存后由失分、测评和调查提出；也可以逐项列入。'
                      : '组织考核者下发问题清单后，问题列在这里。'
                  }
                  next={
                    may('draftProblems') ? (
                      <LinkButton type="primary" to={`/${year}/problems/proposals`}>
                        提出问题
                      </LinkButton>
                    ) : (
                      <LinkButton to="/">返回首页</LinkButton>
                    )
                  }
                />
              }
            />
          </>
        )}
      </Answered>
    </>
  )
}

function rowsOf({ problems }: Problems): readonly ProblemRow[] {
  return problems
}

/** Where problems stand, with the colours of the bar: what is settled first. */
const STATES = [
  [standingWords.confirmed, 'var(--green)'],
  [standingWords.claimed, 'var(--blue)'],
  [standingWords.inProgress, 'var(--amber-soft)'],
  [standingWords.extension, 'var(--amber-soft)'],
  [standingWords.handedIn, 'var(--mist)'],
  [standingWords.planReturned, 'var(--mist)'],
  [standingWords.sent, 'var(--line)'],
  [standingWords.objected, 'var(--line)'],
  [standingWords.unread, 'var(--line)'],
  [standingWords.reviewed, 'var(--line)'],
  [standingWords.drafted, 'var(--line)'],
  [standingWords.dropped, 'var(--line)'],
] as const

/** States that are shown even where nothing is in them; the others only where something waits. */
const ALWAYS: ReadonlySet<string> = new Set([
  standingWords.confirmed,
  standingWords.claimed,
  standingWords.inProgress,
  standingWords.handedIn,
  standingWords.sent,
])

function describeState(list: PagedList<ProblemRow>): string | undefined {
  if (list.all === 0) return undefined
  const late = countOf(list, '逾期', 'overdue')
  const waits = countOf(list, '是', 'waits')
  return [
    `共${list.all}个问题，已销号${countOf(list, standingWords.confirmed, 'standing')}个`,
    waits > 0 && `待我办理${waits}个`,
    late > 0 && `逾期${late}个`,
  ]
    .filter(Boolean)
    .join('；')
}

function looks(): readonly Column<ProblemRow>[] {
  return showColumns<ProblemRow>(problemColumns, {
    text: { width: 340, onCard: 'title' },
    unit: { width: 180 },
    standing: { width: 140, onCard: 'figure' },
    due: { width: 130, kind: 'day' },
    overdue: {
      width: 96,
      show: row => (row.overdue ? <span className="bad">逾期</span> : ''),
    },
    owner: { width: 130 },
    again: { width: 130, onCard: 'no' },
    row: { width: 170, onCard: 'no', hidden: true },
    origin: { width: 120, onCard: 'no', hidden: true },
    leadUnit: { width: 160, onCard: 'no', hidden: true },
    waits: { width: 96, onCard: 'no', hidden: true },
    lost: { width: 90, kind: 'points', onCard: 'no', hidden: true },
  })
}
