import { useYear } from '../../client/useYear.ts'
import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons'
import { useMay } from '../../client/useMay.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDecimal } from '../../kit/Points.tsx'
import { ledgerOf, newEntryAt } from './addresses.ts'
import { DueList } from './DueList.tsx'
import { dueOf } from './dueOf.ts'
import { EntryTable } from './EntryTable.tsx'
import { FaultCounts } from './FaultCounts.tsx'
import { Forecast } from './Forecast.tsx'
import type { Counters } from './ledgerTypes.ts'
import { Matrix } from './matrix/Matrix.tsx'
import { useWithSealed } from '../year/useWithSealed.ts'
import { useKeeps, useLeads } from './useOwnUnit.ts'
import './ledger.css'

interface Props {
  readonly year: number
  readonly unit: string
  readonly isOwn: boolean
}

/** Shows the ledger of one unit: what to enter next, each duty by period, the cost of shortfalls, and all entries. (四（一）) */
export function UnitLedger({ year, unit, isOwn }: Props) {
  const counters = useAnswer('GET /api/years/:year/units/:unit/counters', { params: { year, unit } })
  const keeps = useKeeps(unit)
  const withSealed = useWithSealed()
  const { isSealed } = useYear()
  return (
    <AnsweredPage title="台账" of={counters}>
      {of => (
        <>
          <PageHead
            title={isOwn ? '台账' : `${of.unitName}：台账`}
            state={withSealed(standing(of))}
            actions={<Actions year={year} unit={unit} isOwn={isOwn} keeps={keeps} />}
          />
          {!isSealed && <DueList of={dueOf(of.counters, of.today)} year={year} unit={unit} keeps={keeps} />}
          <h2>各事项完成情况</h2>
          <Matrix of={of} keeps={keeps} />
          <Forecast of={of} />
          <FaultCounts of={of.counters} />
          <h2>已登记的台账</h2>
          <EntryTable year={year} unit={unit} keeps={keeps} />
        </>
      )}
    </AnsweredPage>
  )
}

function Actions({ year, unit, isOwn, keeps }: Props & { readonly keeps: boolean }) {
  const may = useMay()
  const leads = useLeads()
  return (
    <>
      {keeps && (
        <LinkButton type="primary" icon={<PlusOutlined aria-hidden />} to={newEntryAt(year, unit)}>
          登记一次
        </LinkButton>
      )}
      {keeps && (
        <LinkButton icon={<FileExcelOutlined aria-hidden />} to={`${ledgerOf(year, unit)}/import`}>
          从表格导入
        </LinkButton>
      )}
      {isOwn && leads && <LinkButton to={`/${year}/ledgerBoard`}>本系统各单位</LinkButton>}
      {!isOwn && <LinkButton to={leads ? `/${year}/ledgerBoard` : `/${year}/ledger`}>各单位台账</LinkButton>}
      {!isOwn && may('readUnitResult') && !leads && (
        <LinkButton to={`/${year}/units/${encodeURIComponent(unit)}`}>单位结果</LinkButton>
      )}
    </>
  )
}

function standing({ counters, totals }: Counters): string {
  const done = counters.filter(counter => counter.kind === 'done')
  const short = done.reduce((sum, counter) => sum + counter.shortNow, 0)
  const lacking = short === 0 ? '已过的期间都已完成' : `已过的期间还差${short}次`
  if (totals.atEnd > 0)
    return `${lacking}；现在扣${printDecimal(totals.now)}分，到年底不再登记共扣${printDecimal(totals.atEnd)}分`
  if (totals.atRisk > 0)
    return `${lacking}；台账还不扣分，核查时仍然没有的最多扣${printDecimal(totals.atRisk)}分`
  return `${lacking}，台账预计不扣分`
}
