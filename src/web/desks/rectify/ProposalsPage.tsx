import { Button, Popconfirm } from 'antd'
import { useMemo } from 'react'
import { proposalColumns } from '../../../contract/rectify/problemColumns.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useAct } from '../../client/useAct.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { usePagedList } from '../../kit/table/usePagedList.ts'

type Proposals = CallAnswer<'GET /api/years/:year/problem-proposals'>
type Row = Proposals['proposals'][number]

/** Shows what may be put on the problem lists from the sealed result (lost points, low scores, what was not confirmed last year), or before the seal from what inspections found. (五（二）) */
export function ProposalsPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="提出问题" /> : <List year={year} />
}

function List({ year }: { readonly year: number }) {
  const take = useAct('POST /api/years/:year/problem-proposals/take', {
    done: ({ count, units }) => `列入${count}个问题，涉及${units}个单位`,
  })
  const columns = useMemo(() => looks(row => takeOne(row), take.busy), [take.busy])
  const { first, list } = usePagedList(
    'GET /api/years/:year/problem-proposals',
    { params: { year } },
    { id: 'proposals', columns, rowsOf },
  )
  const takeOne = ({ unit, key }: Row) =>
    void take.run({ params: { year }, body: { chosen: [{ unit, key }] } })
  const { search, filters } = list.state.view
  const isPart = list.found < list.all
  const filter = Object.fromEntries(
    Object.entries(filters).flatMap(([id, values]) => (values.length === 0 ? [] : [[id, [...values]]])),
  )
  const takeFound = () => take.run({ params: { year }, body: isPart ? { search, filter } : {} })
  return (
    <>
      <PageHead
        title="提出问题"
        state={
          list.all === 0
            ? undefined
            : `由${first.data?.isSealed === true ? '封存的结果' : '实地核查情况'}提出${list.all}个，列入后由另一人研究审核`
        }
        actions={
          <>
            <BackLink to={`/${year}/problems`}>返回清单</BackLink>
            {list.all > 0 && (
              <Popconfirm
                title={`${isPart ? '把找到的' : '全部'}${list.found}个列入清单？`}
                description="列入后是草稿，可以改写、合并，也可以逐个撤下。"
                okText="列入"
                cancelText="取消"
                onConfirm={() => void takeFound()}
              >
                <Button type="primary" loading={take.busy} disabled={list.found === 0}>
                  {isPart ? `列入找到的${list.found}个` : '全部列入'}
                </Button>
              </Popconfirm>
            )}
          </>
        }
      />
      <RefusedNotice error={take.refused} />
      <Answered of={first}>
        {({ isSealed }) => (
          <DataTable
            id="proposals"
            label="可以列入的问题"
            rows={list.rows}
            paged={list}
            columns={columns}
            rowKey={row => `${row.unit} ${row.key}`}
            search="问题、单位"
            unit="个"
            empty={
              <EmptyState
                title="没有可以列入的问题"
                what={
                  isSealed
                    ? '由结果提出的问题都已列入清单。'
                    : '结果还没有封存，实地核查发现的情况都已列入清单；封存后再由失分、测评和调查提出。'
                }
                next={<LinkButton to={`/${year}/problems`}>查看清单</LinkButton>}
              />
            }
          />
        )}
      </Answered>
    </>
  )
}

function rowsOf({ proposals }: Proposals): readonly Row[] {
  return proposals
}

function looks(take: (row: Row) => void, busy: boolean): readonly Column<Row>[] {
  return [
    ...showColumns<Row>(proposalColumns, {
      text: { width: 380, onCard: 'title' },
      unit: { width: 180 },
      origin: { width: 120 },
      lost: { width: 90, kind: 'points', onCard: 'figure' },
      leadUnit: { width: 170, onCard: 'no', hidden: true },
      row: { width: 170, onCard: 'no', hidden: true },
    }),
    { id: 'source', title: '依据', width: 260, value: row => row.source, sort: false },
    {
      id: 'take',
      title: '办理',
      width: 90,
      value: () => undefined,
      sort: false,
      show: row => (
        <Button size="small" disabled={busy} onClick={() => take(row)}>
          列入
        </Button>
      ),
    },
  ]
}
