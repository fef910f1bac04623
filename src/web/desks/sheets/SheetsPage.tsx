import { standingNames, type SheetStanding } from '../../../domain/campaign/sheet/sheetState.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { type Column, showColumns } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../kit/table/usePagedList.ts'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { ReplyDays } from './ReplyDays.tsx'
import { addressOfSheet, type SheetList, type SheetRow } from './sheetTypes.ts'
import { sheetColumns as columns } from '../../../contract/sheets/sheetColumns.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import './sheets.css'

/** Lists the year's inspection sheets that the reader may see, those awaiting action first. */
export function SheetsPage() {
  const { year } = useYear()
  const ownOnly = useSeesOwnOnly()
  const columns = ownOnly ? ownColumns : sheetColumns
  const read = usePagedList(
    'GET /api/years/:year/sheets',
    { params: { year: year! } },
    { id: 'sheets', columns, rowsOf },
  )
  return (
    <AnsweredPage title="核查表" of={read.first}>
      {of => <Shown year={year!} of={of} list={read.list} columns={columns} />}
    </AnsweredPage>
  )
}

interface ShownProps {
  readonly year: number
  readonly of: SheetList
  readonly list: PagedList<SheetRow>
  readonly columns: readonly Column<SheetRow>[]
}

function Shown({ year, of, list, columns }: ShownProps) {
  const may = useMay()
  const withSealed = useWithSealed()
  const ownOnly = useSeesOwnOnly()
  const { undecided } = of
  return (
    <>
      <PageHead
        title="核查表"
        state={withSealed(standing(of, list))}
        actions={
          <>
            {may('decideFindings') && <ReplyDays year={year} settings={of.settings} />}
            <LinkButton
              to={`/${year}/objections`}
              type={may('decideFindings') && undecided > 0 ? 'primary' : 'default'}
            >
              {undecided > 0 ? `异议（待裁定${undecided}）` : '异议与裁定'}
            </LinkButton>
          </>
        }
      />
      <DataTable
        id="sheets"
        label="核查表清单"
        rows={list.rows}
        paged={list}
        columns={columns}
        rowKey={row => row.sheet}
        rowLink={row => addressOfSheet(year, row.sheet)}
        search="单位、核查人员或拼音首字母"
        unit="份"
        empty={
          <EmptyState
            title="还没有核查表"
            what={
              ownOnly
                ? '核查组到本单位核查并签字后，核查情况在这里答复。'
                : '核查人员在手机上完成核查并报送后，核查表在这里。'
            }
            next={<LinkButton to={`/${year}/home`}>返回首页</LinkButton>}
          />
        }
      />
    </>
  )
}

const rowsOf = (of: SheetList): readonly SheetRow[] => of.sheets

const WAITS = ['doubled', 'sent', 'deciding', 'replying'] as const

function standing({ settings }: SheetList, { all, choices }: PagedList<SheetRow>): string {
  const told = WAITS.flatMap(state => {
    const count = choices['state']?.find(one => one.text === standingNames[state])?.count ?? 0
    return count > 0 ? [`${standingNames[state]}${count}份`] : []
  })
  return [`共${all}份`, ...told, `签字后${settings.replyDays}个工作日内可以答复，逾期未答复视为认可`].join(
    '；',
  )
}

const URGENT: readonly SheetStanding[] = ['doubled', 'deciding', 'sent']

/** Shows the state of an inspection sheet, marked where somebody must act. */
function SheetState({ of }: { readonly of: SheetStanding }) {
  return (
    <span className={URGENT.includes(of) ? 'unbroken strong' : 'soft unbroken'}>{standingNames[of]}</span>
  )
}

/** Columns of the sheet list. */
const sheetColumns: readonly Column<SheetRow>[] = showColumns(columns, {
  unit: { width: 210, onCard: 'title' },
  state: { width: 110, show: row => <SheetState of={row.state} />, onCard: 'figure' },
  quarter: { width: 96 },
  visited: { width: 130, kind: 'day' },
  findings: { width: 92, kind: 'number' },
  undecided: { width: 84, kind: 'number', onCard: 'no' },
  objections: { width: 76, kind: 'number', hidden: true },
  due: { width: 130, kind: 'day', onCard: 'no' },
  inspectors: { width: 140 },
  group: { width: 170, onCard: 'no' },
  round: { width: 160, hidden: true, onCard: 'no' },
  by: { width: 110, hidden: true, onCard: 'no' },
})

const ownColumns = sheetColumns.filter(column => column.id !== 'group')
