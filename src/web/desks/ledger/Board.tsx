import { Switch } from 'antd'
import { boardBehind } from '../../../contract/ledger/boardColumns.ts'
import { useGranted } from '../../client/useMay.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDecimal } from '../../kit/Points.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { ledgerOf } from './addresses.ts'
import { boardColumns } from './boardColumns.tsx'
import type { Board as BoardAnswer, BoardLine } from './ledgerTypes.ts'
import { useLeads } from './useOwnUnit.ts'
import './ledger.css'

/** Shows the ledgers (台账) of all units: who is behind with what, and what it would cost; most behind first. */
export function Board({ year }: { readonly year: number }) {
  const read = usePagedList(
    'GET /api/years/:year/ledger/board',
    { params: { year } },
    { id: 'ledgerBoard', columns: boardColumns, rowsOf },
  )
  return (
    <AnsweredPage title="各单位台账" of={read.first}>
      {of => <Shown of={of} list={read.list} />}
    </AnsweredPage>
  )
}

const rowsOf = (of: BoardAnswer): BoardAnswer['lines'] => of.lines

function Shown({ of, list }: { readonly of: BoardAnswer; readonly list: PagedList<BoardLine> }) {
  const granted = useGranted()
  const leads = useLeads()
  const { year } = of
  const { view, change } = list.state
  const behind = (view.filters['behind'] ?? []).length > 0
  return (
    <>
      <PageHead
        title="各单位台账"
        state={standing(of)}
        actions={
          <>
            {granted('closeLedgerPeriod') && <LinkButton to={`/${year}/ledgerPeriods`}>期间截止</LinkButton>}
            {leads && <LinkButton to={`/${year}/ledger`}>本单位台账</LinkButton>}
          </>
        }
      />
      <DataTable
        id="ledgerBoard"
        label="各单位台账"
        rows={list.rows}
        paged={list}
        columns={boardColumns}
        rowKey={row => row.unit}
        rowLink={row => ledgerOf(year, row.unit)}
        search="单位名称或拼音首字母"
        unit="个单位"
        empty={
          <EmptyState
            title="名册里还没有单位"
            what="导入名册后，各单位就可以登记台账。"
            next={<LinkButton to={`/${year}/roster`}>查看名册</LinkButton>}
          />
        }
        actions={
          <>
            <label className="switch-line">
              <Switch
                size="small"
                checked={behind}
                onChange={on =>
                  change({ filters: { ...view.filters, behind: on ? [boardBehind.behind] : [] } })
                }
                aria-label="只看有欠缺的"
              />
              只看有欠缺的
            </label>
          </>
        }
      />
    </>
  )
}

function standing({ totals: { units, keeping, behind, entries, lossAtEnd } }: BoardAnswer): string {
  if (entries === 0 && keeping === 0) return `${units}个单位都还没有登记`
  const late = behind === 0 ? '已过期间都已完成' : `${behind}个单位在已过的期间有欠缺`
  return `${units}个单位中${keeping}个在登记，共${entries}条；${late}${lossAtEnd > 0 ? `，到年底不再登记共扣${printDecimal(lossAtEnd)}分` : ''}`
}
