import { PlusOutlined } from '@ant-design/icons'
import { Alert, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../../client/SessionContext.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Remedies, Remedy } from '../ledgerTypes.ts'
import { useOwnUnit } from '../useOwnUnit.ts'
import { FromLastYear } from './FromLastYear.tsx'
import { remedyColumns } from './remedyColumns.tsx'

/** Lists self-checks and last year's problems: overdue first, then by due date, done last. */
export function RemedyList({ of, isGone }: { readonly of: Remedies; readonly isGone: boolean }) {
  const may = useMay()
  const own = useOwnUnit()
  const [open, setOpen] = useState(false)
  const [overdue, setOverdue] = useState(false)
  const columns = useMemo(
    () => remedyColumns(new Set(of.items.map(item => item.unit)).size > 1 || own === undefined),
    [of.items, own],
  )
  const rows = useMemo(
    () => of.items.filter(item => (!open || isOpen(item)) && (!overdue || item.overdue)).toSorted(byUrgency),
    [of.items, open, overdue],
  )
  return (
    <>
      <PageHead
        title="自查与整改"
        state={standing(of)}
        actions={
          <>
            {may('keepRemedies') && (own !== undefined || may('closeLedgerPeriod')) && (
              <LinkButton
                type="primary"
                icon={<PlusOutlined aria-hidden />}
                to={`/${of.year}/remedies?new=1`}
              >
                列入一项
              </LinkButton>
            )}
            {may('closeLedgerPeriod') && <FromLastYear year={of.year} />}
            {may('closeLedgerPeriod') && (
              <LinkButton to={`/${of.year}/remedies?import=1`}>导入问题清单</LinkButton>
            )}
          </>
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
        rows={rows}
        columns={columns}
        rowKey={row => row.id}
        rowLink={row => `/${of.year}/remedies?of=${row.id}`}
        search="问题、措施或单位"
        unit="项"
        height={rows.length > 40 ? 'fill' : 'whole'}
        actions={
          <>
            <label className="switch-line">
              <Switch size="small" checked={open} onChange={setOpen} aria-label="只看未完成" />
              只看未完成
            </label>
            <label className="switch-line">
              <Switch size="small" checked={overdue} onChange={setOverdue} aria-label="只看逾期" />
              只看逾期
            </label>
          </>
        }
        {...(of.items.length === 0 && { empty: <Nothing year={of.year} /> })}
      />
      {rows.length === 0 && of.items.length > 0 && (
        <EmptyState title="没有这样的项" what="未完成或逾期的都已办完。" />
      )}
    </>
  )
}

function Nothing({ year }: { readonly year: number }) {
  const may = useMay()
  const own = useOwnUnit()
  const what = may('closeLedgerPeriod')
    ? '可以由上年度失分的行列出，或导入上年度反馈的问题清单；各单位也可自行列入自查发现的问题。'
    : '平时自查发现的问题列在这里，写明措施和期限，办完后附上佐证；上年度反馈的问题由组织考核者列入。'
  return (
    <EmptyState
      title="还没有自查或整改事项"
      what={what}
      next={
        may('keepRemedies') &&
        own !== undefined && (
          <LinkButton type="primary" to={`/${year}/remedies?new=1`}>
            列入一项
          </LinkButton>
        )
      }
    />
  )
}

/** Checks whether an item is still open. */
export function isOpen({ state }: Remedy): boolean {
  return state === 'notStarted' || state === 'inHand'
}

function byUrgency(one: Remedy, other: Remedy): number {
  return (
    Number(other.overdue) - Number(one.overdue) ||
    Number(isOpen(other)) - Number(isOpen(one)) ||
    (one.deadline ?? '9999').localeCompare(other.deadline ?? '9999')
  )
}

function standing({ items }: Remedies): string {
  if (items.length === 0) return '自查清单和上年度问题清单'
  const [open, late] = [items.filter(isOpen).length, items.filter(item => item.overdue).length]
  return `共${items.length}项，未完成${open}项${late > 0 ? `，其中逾期${late}项` : ''}`
}
