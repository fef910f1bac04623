import { useMemo } from 'react'
import {
  drawListColumns,
  drawListState,
  drawListStates,
  drawListWholes,
} from '../../../contract/draw/drawListColumns.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { countOf } from '../../kit/table/StateBar.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import type { ListedUnit } from './drawTypes.ts'
import './draw.css'

/** Lists the draw lists: which unit has which list, whether it is frozen, and in which quarters it was drawn. */
export function DrawListsPage() {
  const { year } = useYear()
  const may = useMay()
  const columns = useMemo(looks, [])
  const { first, list } = usePagedList(
    'GET /api/years/:year/draw-lists',
    { params: { year: year! } },
    { id: 'drawLists', columns, rowsOf },
  )
  return (
    <AnsweredPage title="抽签名单" of={first}>
      {() => (
        <>
          <PageHead
            title="抽签名单"
            state={describe(list)}
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
            rows={list.rows}
            paged={list}
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

function rowsOf({ units }: { readonly units: readonly ListedUnit[] }): readonly ListedUnit[] {
  return units
}

function describe(list: PagedList<ListedUnit>): string {
  const open = countOf(list, drawListWholes.open, 'whole')
  const both = open + countOf(list, drawListWholes.frozen, 'whole')
  return `${list.all}个单位中${both}个登记了党支部和党员名单${open === 0 ? '，都已冻结' : `，${open}个还有名单未冻结`}`
}

function looks(): readonly Column<ListedUnit>[] {
  return showColumns<ListedUnit>(drawListColumns, {
    unit: { width: 240, onCard: 'title' },
    lead: { width: 190, onCard: 'no' },
    branches: { width: 95, kind: 'number', onCard: 'line' },
    branchState: { width: 115, show: row => <State of={row} purpose="branch" />, onCard: 'line' },
    members: { width: 90, kind: 'number', onCard: 'line' },
    memberState: { width: 115, show: row => <State of={row} purpose="member" />, onCard: 'line' },
    drawn: { width: 170, onCard: 'line' },
    whole: { width: 110, hidden: true, onCard: 'no' },
  })
}

function State({ of, purpose }: { readonly of: ListedUnit; readonly purpose: DrawPurpose }) {
  const state = drawListState(of, purpose)
  return <span className={state === drawListStates.frozen ? undefined : 'bad'}>{state}</span>
}
