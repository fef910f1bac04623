import { useAnswer } from '../../client/useAnswer.ts'
import { useMay } from '../../client/SessionContext.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { ReplyDays } from './ReplyDays.tsx'
import { sheetColumns } from './sheetColumns.tsx'
import { addressOfSheet, type SheetList } from './sheetTypes.ts'
import './sheets.css'

/** Lists the year's inspection sheets that the reader may see, those awaiting action first. */
export function SheetsPage() {
  const { year } = useYear()
  const list = useAnswer('GET /api/years/:year/sheets', { params: { year } })
  return (
    <AnsweredPage title="核查表" of={list}>
      {of => <Shown year={year!} of={of} />}
    </AnsweredPage>
  )
}

function Shown({ year, of }: { readonly year: number; readonly of: SheetList }) {
  const may = useMay()
  const ownOnly = useSeesOwnOnly()
  const undecided = of.sheets.reduce((sum, one) => sum + one.undecided, 0)
  return (
    <>
      <PageHead
        title="核查表"
        state={standing(of)}
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
        rows={of.sheets}
        columns={ownOnly ? ownColumns : sheetColumns}
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

const ownColumns = sheetColumns.filter(column => column.id !== 'group')

function standing({ sheets, settings }: SheetList): string {
  const count = (state: string): number => sheets.filter(one => one.state === state).length
  const waits = [
    [count('doubled'), '两份待选定'],
    [count('sent'), '待单位签字'],
    [count('deciding'), '异议待裁定'],
    [count('replying'), '单位答复中'],
  ] as const
  const told = waits.filter(([many]) => many > 0).map(([many, name]) => `${name}${many}份`)
  return [
    `共${sheets.length}份`,
    ...told,
    `签字后${settings.replyDays}个工作日内可以答复，逾期未答复视为认可`,
  ].join('；')
}
