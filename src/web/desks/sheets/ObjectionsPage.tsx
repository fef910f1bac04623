import { useMemo } from 'react'
import { findingStateNames, objectionColumns } from '../../../contract/sheets/objectionColumns.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { countOf } from '../../kit/table/StateBar.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { addressOfObjection, type Objection } from './sheetTypes.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import './sheets.css'

/** Lists the objections of units, undecided ones first. */
export function ObjectionsPage() {
  const { year } = useYear()
  const withSealed = useWithSealed()
  const columns = useMemo(looks, [])
  const { first, list } = usePagedList(
    'GET /api/years/:year/objections',
    { params: { year: year! } },
    { id: 'objections', columns, rowsOf },
  )
  return (
    <AnsweredPage title="异议与裁定" of={first}>
      {() => (
        <>
          <PageHead
            title="异议与裁定"
            state={withSealed(describe(list))}
            actions={<BackLink to={`/${year}/sheets`}>返回核查表</BackLink>}
          />
          <DataTable
            id="objections"
            label="异议清单"
            rows={list.rows}
            paged={list}
            columns={columns}
            rowKey={row => row.finding}
            rowLink={row => addressOfObjection(year!, row.finding)}
            search="单位、规则或拼音首字母"
            unit="条"
            empty={
              <EmptyState
                title="没有异议"
                what="单位对核查情况提出异议后，在这里裁定。"
                next={<LinkButton to={`/${year}/sheets`}>返回核查表</LinkButton>}
              />
            }
          />
        </>
      )}
    </AnsweredPage>
  )
}

function rowsOf({ objections }: { readonly objections: readonly Objection[] }): readonly Objection[] {
  return objections
}

function describe(list: PagedList<Objection>): string {
  const waiting = countOf(list, findingStateNames.objected)
  return waiting === 0 ? `共${list.all}条，都已裁定` : `共${list.all}条，待裁定${waiting}条`
}

function looks(): readonly Column<Objection>[] {
  return showColumns<Objection>(objectionColumns, {
    unit: { width: 200, onCard: 'title' },
    state: {
      width: 130,
      show: row => (
        <span className={row.state === 'objected' ? 'soft unbroken urgent' : 'soft unbroken'}>
          {findingStateNames[row.state]}
        </span>
      ),
      onCard: 'figure',
    },
    rule: { width: 240, onCard: 'wide' },
    cost: { width: 90 },
    reason: { width: 240, sort: false, onCard: 'wide' },
    quarter: { width: 96 },
    at: { width: 132, kind: 'day' },
    inspectors: { width: 150, onCard: 'no' },
  })
}
