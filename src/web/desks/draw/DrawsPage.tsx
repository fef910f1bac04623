import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type DrawSession, stateNames, describeTakes, describeUnits } from './drawTypes.ts'
import './draw.css'

const columns: readonly Column<DrawSession>[] = [
  {
    id: 'what',
    title: '抽签',
    width: 230,
    value: row => `${printQuarter(row.quarter)}　${describeUnits(row)}`,
    search: true,
    onCard: 'title',
  },
  {
    id: 'state',
    title: '状态',
    width: 110,
    value: row => stateNames[row.state],
    show: row => (
      <span className={row.state === 'prepared' ? 'bad' : undefined}>{stateNames[row.state]}</span>
    ),
    filter: true,
    onCard: 'figure',
  },
  { id: 'takes', title: '每个单位抽取', width: 150, value: row => describeTakes(row.takes), onCard: 'line' },
  {
    id: 'seed',
    title: '种子',
    width: 145,
    value: row => row.seed,
    show: row => (row.seed === undefined ? '—' : <span translate="no">{row.seed}</span>),
    onCard: 'line',
  },
  {
    id: 'by',
    title: '主持',
    width: 130,
    value: row => row.endedBy ?? row.preparedBy,
    filter: true,
    onCard: 'line',
  },
  {
    id: 'at',
    title: '时间',
    width: 190,
    value: row => row.endedAt ?? row.preparedAt,
    show: row => <ChineseDate of={row.endedAt ?? row.preparedAt} />,
    onCard: 'line',
  },
  {
    id: 'reason',
    title: '再抽或作废的理由',
    width: 250,
    value: row => row.endReason ?? row.reason,
    onCard: 'wide',
  },
]

/** Lists the draws (抽签) of the year, those awaiting their seed first; each opens its results. (四（二）) */
export function DrawsPage() {
  const { year } = useYear()
  const may = useMay()
  const answer = useAnswer('GET /api/years/:year/draws', { params: { year } })
  return (
    <AnsweredPage title="抽签" of={answer}>
      {({ draws }) => (
        <>
          <PageHead
            title="抽签"
            state={standing(draws)}
            actions={
              <>
                <LinkButton to={`/${year}/drawLists`}>抽签名单</LinkButton>
                {may('holdDraw') && (
                  <LinkButton type="primary" to={`/${year}/newDraw`}>
                    准备抽签
                  </LinkButton>
                )}
              </>
            }
          />
          <DataTable
            id="draws"
            label="历次抽签"
            rows={draws.toSorted(
              (one, other) => Number(other.state === 'prepared') - Number(one.state === 'prepared'),
            )}
            columns={columns}
            rowKey={row => row.draw}
            rowLink={row => `/${year}/draws/${row.draw}`}
            unit="次"
            height="whole"
            empty={
              <EmptyState
                title="还没有抽签"
                what="先由各单位登记党支部和党员名单，冻结后在会上产生种子，当场抽取；任何人都能重算。"
                next={<LinkButton to={`/${year}/drawLists`}>查看抽签名单</LinkButton>}
              />
            }
          />
        </>
      )}
    </AnsweredPage>
  )
}

function standing(draws: readonly DrawSession[]): string {
  const waiting = draws.filter(draw => draw.state === 'prepared').length
  const drawn = draws.filter(draw => draw.state === 'drawn').length
  return `已抽${drawn}次${waiting === 0 ? '' : `，${waiting}次在等种子`}；名单先冻结，种子后产生，结果人人能重算`
}
