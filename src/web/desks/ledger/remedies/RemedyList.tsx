import { PlusOutlined } from '@ant-design/icons'
import { Alert, Switch, Button } from 'antd'
import { remedyDue } from '../../../../contract/ledger/remedyColumns.ts'
import { useMay } from '../../../client/useMay.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { type PagedList, usePagedList } from '../../../kit/table/usePagedList.ts'
import type { Remedies, Remedy } from '../ledgerTypes.ts'
import { useOwnUnit } from '../useOwnUnit.ts'
import { useYear } from '../../../client/useYear.ts'
import { useWithSealed } from '../../year/useWithSealed.ts'
import { CountRecords } from '../CountRecords.tsx'
import { FromLastYear } from './FromLastYear.tsx'
import { ownRemedyColumns, remedyColumns } from './remedyColumns.tsx'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'

/** Lists self-checks and last year's problems: overdue first, then by due date, done last. */
export function RemedyList({ year, isGone = false }: { readonly year: number; readonly isGone?: boolean }) {
  const own = useOwnUnit()
  const columns = own === undefined ? remedyColumns : ownRemedyColumns
  const read = usePagedList(
    'GET /api/years/:year/remedies',
    { params: { year } },
    { id: 'remedies', columns, rowsOf },
  )
  return (
    <AnsweredPage title="自查与整改" of={read.first}>
      {of => <Shown of={of} list={read.list} columns={columns} isGone={isGone} />}
    </AnsweredPage>
  )
}

const rowsOf = (of: Remedies): readonly Remedy[] => of.items

interface ShownProps {
  readonly of: Remedies
  readonly list: PagedList<Remedy>
  readonly columns: readonly Column<Remedy>[]
  readonly isGone: boolean
}

function Shown({ of, list, columns, isGone }: ShownProps) {
  const may = useMay()
  const own = useOwnUnit()
  const { isSealed } = useYear()
  const withSealed = useWithSealed()
  const { view, change } = list.state
  const due = view.filters['due'] ?? []
  const chooseDue = (values: readonly string[]) => change({ filters: { ...view.filters, due: values } })
  const isLate = due.length === 1 && due[0] === remedyDue.overdue
  const isOpen = due.length === 2
  return (
    <>
      <PageHead
        title="自查与整改"
        state={withSealed(standing(list))}
        actions={
          !isSealed && (
            <>
              {may('keepRemedies') && ((own !== undefined && list.all > 0) || may('closeLedgerPeriod')) && (
                <LinkButton
                  type="primary"
                  icon={<PlusOutlined aria-hidden />}
                  to={`/${of.year}/remedies?new=1`}
                >
                  列入一项
                </LinkButton>
              )}
              {may('draftProblems') && <LookBack year={of.year} />}
              {may('closeLedgerPeriod') && <FromLastYear year={of.year} />}
              {may('closeLedgerPeriod') && (
                <LinkButton to={`/${of.year}/remedies?import=1`}>导入问题清单</LinkButton>
              )}
              {may('closeLedgerPeriod') && <CountRecords year={of.year} />}
            </>
          )
        }
      />
      {isGone && (
        <Alert
          className="ledger-alert"
          type="info"
          showIcon
          title="这一项已经撤销，或不在您可以查看的范围内。"
        />
      )}
      <DataTable
        id="remedies"
        label="自查与整改"
        rows={list.rows}
        paged={list}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `/${of.year}/remedies?of=${row.id}`}
        search="问题、措施或单位"
        unit="项"
        actions={
          <>
            <label className="switch-line">
              <Switch
                size="small"
                checked={isOpen}
                onChange={now => chooseDue(now ? [remedyDue.open, remedyDue.overdue] : [])}
                aria-label="只看未完成"
              />
              只看未完成
            </label>
            <label className="switch-line">
              <Switch
                size="small"
                checked={isLate}
                onChange={now => chooseDue(now ? [remedyDue.overdue] : [])}
                aria-label="只看逾期"
              />
              只看逾期
            </label>
          </>
        }
        empty={<Nothing year={of.year} />}
      />
    </>
  )
}

function Nothing({ year }: { readonly year: number }) {
  const may = useMay()
  const own = useOwnUnit()
  const { isSealed } = useYear()
  const what = may('closeLedgerPeriod')
    ? '可以由上年度失分的行列出，或导入上年度反馈的问题清单；各单位也可自行列入自查发现的问题。'
    : '平时自查发现的问题列在这里，写明措施和期限，办完后附上佐证；上年度反馈的问题由组织考核者列入。'
  return (
    <EmptyState
      title="还没有自查或整改事项"
      what={what}
      next={
        may('keepRemedies') &&
        own !== undefined &&
        !isSealed && (
          <LinkButton type="primary" to={`/${year}/remedies?new=1`}>
            列入一项
          </LinkButton>
        )
      }
    />
  )
}

function standing({ all, choices }: PagedList<Remedy>): string {
  if (all === 0) return '自查清单和上年度问题清单'
  const count = (text: string) => choices['due']?.find(one => one.text === text)?.count ?? 0
  const late = count(remedyDue.overdue)
  return `共${all}项，未完成${count(remedyDue.open) + late}项${late > 0 ? `，其中逾期${late}项` : ''}`
}

/** Lists the problems that were sent last year, with what became of them; those already listed are not added again. */
function LookBack({ year }: { readonly year: number }) {
  const act = useAct('POST /api/years/:year/look-back', {
    done: ({ count, units }) => `为${units}个单位列出上年度的${count}个问题`,
  })
  return (
    <>
      <Button loading={act.busy} onClick={() => void act.run({ params: { year }, body: {} })}>
        由上年度问题清单列出
      </Button>
      <RefusedNotice error={act.refused} />
    </>
  )
}
