import { useMay } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { ListedUnit } from './drawTypes.ts'
import './draw.css'

/** Describes the state of a list in a word or two. */
export function listState(row: ListedUnit, purpose: DrawPurpose): string {
  const list = row.lists[purpose]
  if (list === undefined) return '未登记'
  return list.frozenAt === undefined ? '未冻结' : '已冻结'
}

const columns: readonly Column<ListedUnit>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
  { id: 'lead', title: '牵头单位', width: 190, value: row => row.leadUnitName, filter: true, onCard: 'no' },
  {
    id: 'branches',
    title: '党支部数',
    width: 95,
    kind: 'number',
    value: row => row.lists.branch?.count,
    onCard: 'line',
  },
  {
    id: 'branchState',
    title: '党支部名单',
    width: 115,
    value: row => listState(row, 'branch'),
    show: row => <State of={listState(row, 'branch')} />,
    filter: true,
    onCard: 'line',
  },
  {
    id: 'members',
    title: '党员数',
    width: 90,
    kind: 'number',
    value: row => row.lists.member?.count,
    onCard: 'line',
  },
  {
    id: 'memberState',
    title: '党员名单',
    width: 115,
    value: row => listState(row, 'member'),
    show: row => <State of={listState(row, 'member')} />,
    filter: true,
    onCard: 'line',
  },
  { id: 'drawn', title: '抽过的季度', width: 170, value: row => quartersOf(row), onCard: 'line' },
]

function State({ of }: { readonly of: string }) {
  return <span className={of === '已冻结' ? undefined : 'bad'}>{of}</span>
}

function quartersOf(row: ListedUnit): string | undefined {
  const quarters = [...new Set(row.drawn.map(one => one.quarter))].toSorted()
  return quarters.length === 0 ? undefined : `第${quarters.join('、')}季度`
}

/** Lists the draw lists: which unit has which list, whether it is frozen, and in which quarters it was drawn. */
export function DrawListsPage() {
  const { year } = useYear()
  const may = useMay()
  const answer = useAnswer('GET /api/years/:year/draw-lists', { params: { year } })
  return (
    <AnsweredPage title="抽签名单" of={answer}>
      {({ units }) => (
        <>
          <PageHead
            title="抽签名单"
            state={standing(units)}
            actions={
              <>
                <LinkButton to={`/${year}/draws`}>历次抽签</LinkButton>
                {may('holdDraw') && (
                  <LinkButton type="primary" to={`/${year}/newDraw`}>
                    准备抽签
                  </LinkButton>
                )}
              </>
            }
          />
          <DataTable
            id="drawLists"
            label="抽签名单一览"
            rows={units}
            columns={columns}
            rowKey={row => row.unit}
            rowLink={row => `/${year}/drawLists/${encodeURIComponent(row.unit)}`}
            search="单位名称或拼音首字母"
            unit="个单位"
          />
        </>
      )}
    </AnsweredPage>
  )
}

function standing(units: readonly ListedUnit[]): string {
  const both = units.filter(unit => unit.lists.branch !== undefined && unit.lists.member !== undefined)
  const open = both.filter(
    unit => unit.lists.branch!.frozenAt === undefined || unit.lists.member!.frozenAt === undefined,
  ).length
  return `${units.length}个单位中${both.length}个登记了党支部和党员名单${open === 0 ? '，都已冻结' : `，${open}个还有名单未冻结`}`
}
