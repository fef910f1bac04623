import { Switch } from 'antd'
import { useState } from 'react'
import { call } from '../../client/call.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { usePagedList } from '../../kit/table/usePagedList.ts'
import { entryAt, newEntryAt } from './addresses.ts'
import { entryColumns } from './entryColumns.tsx'
import type { Entries } from './ledgerTypes.ts'
import { SaveAs } from '../../kit/SaveAs.tsx'

interface Props {
  readonly year: number
  readonly unit: string
  readonly keeps: boolean
}

/** Lists the entries of a ledger: search, filters by kind, period or lateness, export. Corrected and withdrawn entries on demand. */
export function EntryTable({ year, unit, keeps }: Props) {
  const [all, setAll] = useState(false)
  const { first, list } = usePagedList(
    'GET /api/years/:year/units/:unit/entries',
    { params: { year, unit }, query: { ended: all ? 'true' : undefined } },
    { id: 'ledgerEntries', columns: entryColumns, rowsOf },
  )
  return (
    <>
      {/* Outside of what it reads anew, so that the focus stays on it. */}
      {(all || (first.data?.ended ?? 0) > 0) && (
        <label className="switch-line">
          <Switch size="small" checked={all} onChange={setAll} aria-label="含更正和撤回的" />
          含更正和撤回的
        </label>
      )}
      <Answered of={first}>
        {({ ended }) => (
          <DataTable
            id="ledgerEntries"
            label="已登记的台账"
            noExport
            rows={list.rows}
            paged={list}
            columns={entryColumns}
            rowKey={row => row.id}
            rowLink={row => entryAt(year, unit, row.id)}
            rowClass={row => (row.state === 'inForce' ? undefined : 'ledger-ended')}
            search="标题、备注或登记人"
            unit="条"
            height={list.found > 40 ? 'fill' : 'whole'}
            actions={
              <SaveAs
                text="导出"
                fetch={() => call('GET /api/years/:year/units/:unit/ledger.xlsx', { params: { year, unit } })}
              />
            }
            {...(list.all === 0 &&
              ended === 0 && {
                empty: (
                  <EmptyState
                    title="还没有登记过台账"
                    what="会议、学习、活动等每办一次登记一次，几秒钟即可；照片不是必需的。已有电子表格的，可以一并导入。"
                    next={
                      keeps && (
                        <LinkButton type="primary" to={newEntryAt(year, unit)}>
                          登记第一条
                        </LinkButton>
                      )
                    }
                  />
                ),
              })}
          />
        )}
      </Answered>
    </>
  )
}

const rowsOf = (of: Entries): Entries['entries'] => of.entries
