import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useMay } from '../../../client/useMay.ts'
import { useAsked } from '../../../kit/explain/useAsked.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { AsOfField } from '../asOf/AsOfBand.tsx'
import { ResultState } from '../ResultState.tsx'
import type { UnitResult } from '../resultTypes.ts'
import { LostRowsTable } from './LostRowsTable.tsx'
import { OwnRange } from './OwnRange.tsx'
import { PastYears } from './PastYears.tsx'
import { UnitConsequences } from './UnitConsequences.tsx'
import { UnitFigures } from './UnitFigures.tsx'
import { Waterfall } from './Waterfall.tsx'
import './unit.css'

/** Shows the result of one unit from top to bottom: the unit, its figures, where points were lost, earlier years, consequences. */
export function UnitResultView({ result, unit }: { readonly result: UnitResult; readonly unit: string }) {
  const may = useMay()
  const { ask } = useAsked()
  const onAsk = (at: string) => ask(unit, at)
  const { row, year, unitName, leadUnitName, blockers } = result
  const isWide = may('readRanking')
  return (
    <div className="unit">
      <PageHead
        title={unitName}
        state={
          <>
            {row !== undefined && <WhoAnswers row={row} leadUnit={leadUnitName} />}
            <ResultState of={result} />
          </>
        }
        actions={
          <>
            <AsOfField />
            {isWide && <Neighbours result={result} />}
          </>
        }
      />
      {blockers.length > 0 && (
        <Alert
          type="error"
          showIcon
          title="还不能计分"
          description={blockers.join(' ')}
          style={{ marginBottom: 12 }}
        />
      )}
      {row === undefined ? (
        <EmptyState
          title="没有这个单位的得分"
          what={result.why ?? '这个单位不是本年度的考核对象。'}
          next={
            isWide && (
              <Link to={`/${year}/ranking`} search={{ asOf: result.asOf } as never}>
                返回排名
              </Link>
            )
          }
        />
      ) : (
        <>
          <UnitFigures result={result} onAsk={onAsk} />
          <OwnRange result={result} />
          <div className="unit-columns">
            <section>
              <h2>从满分到得分</h2>
              <Waterfall unit={unitName} steps={result.waterfall} onAsk={onAsk} />
            </section>
            <section>
              <h2>历年结果</h2>
              <PastYears history={result.history} />
              <h2>结果运用</h2>
              <UnitConsequences result={result} onAsk={onAsk} mayReadFile={may('readConsequences')} />
            </section>
          </div>
          <h2>失分的行</h2>
          <LostRowsTable unit={unitName} rows={result.rowsLost} onAsk={onAsk} />
        </>
      )}
    </div>
  )
}

function WhoAnswers({
  row,
  leadUnit,
}: {
  readonly row: NonNullable<UnitResult['row']>
  readonly leadUnit: string | undefined
}) {
  const who =
    row.personName === undefined
      ? row.why
      : `考核对象：${row.personName}${row.post === undefined ? '' : `（${row.post}）`}，${row.why}`
  return (
    <>
      {who}
      {leadUnit !== undefined && `；牵头单位：${leadUnit}`}
      <br />
    </>
  )
}

/** Links to the units before and after in the ranking. */
function Neighbours({ result: { above, below, year, asOf } }: { readonly result: UnitResult }) {
  return (
    <nav className="unit-neighbours" aria-label="排名中的前后单位">
      {above !== undefined && (
        <Link to={`/${year}/units/${encodeURIComponent(above.unit)}`} search={{ asOf } as never}>
          前一名：{above.name}
        </Link>
      )}
      {below !== undefined && (
        <Link to={`/${year}/units/${encodeURIComponent(below.unit)}`} search={{ asOf } as never}>
          后一名：{below.name}
        </Link>
      )}
    </nav>
  )
}
