import { useIsFetching } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../client/useMay.ts'
import { DayField } from '../../../kit/DayField.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { DayChanges } from './DayChanges.tsx'
import { useAsOf } from './useAsOf.ts'
import './asOf.css'

/** Chooses a day of the past whose results are shown; stands among the actions of a page that shows those of now. */
export function AsOfField() {
  const { asOf, choose } = useAsOf()
  if (asOf !== undefined) return null
  return (
    <span className="as-of-field">
      <DayField
        id="as-of-day"
        label="查看某日的情形"
        placeholder="查看某日的情形"
        value=""
        onChange={choose}
      />
    </span>
  )
}

/** Whether a read is one of a past day, which is computed anew. */
function isOfPast(input: unknown): boolean {
  const { query } = (input ?? {}) as { readonly query?: { readonly asOf?: string; readonly from?: string } }
  return query?.asOf !== undefined || query?.from !== undefined
}

/** Says over the whole page that it shows the results of a day of the past, and shows what changed since. */
export function AsOfBand({ year }: { readonly year: number | undefined }) {
  const { asOf, choose } = useAsOf()
  const may = useMay()
  const [showChanges, setShowChanges] = useState(false)
  const reading = useIsFetching({ predicate: ({ queryKey }) => isOfPast(queryKey[1]) })
  if (asOf === undefined) return null
  return (
    <section className="as-of" aria-label="按某日的情形">
      <div className="as-of-line">
        <strong>按{printDay(asOf)}的情形</strong>
        <label htmlFor="as-of-day">换一天</label>
        <span className="as-of-day">
          <DayField id="as-of-day" value={asOf} onChange={choose} />
        </span>
        <span className="buttons">
          {may('readSeals') && (
            <Button aria-expanded={showChanges} onClick={() => setShowChanges(!showChanges)}>
              {showChanges ? '收起此后的变化' : '此后的变化'}
            </Button>
          )}
          <Button onClick={() => choose('')}>返回现在</Button>
        </span>
      </div>
      {reading > 0 && (
        <p role="status" className="as-of-reading">
          正在按这一天的数据重新计分排名，单位多的要几秒
        </p>
      )}
      <p className="soft">排名、单位结果、结果运用和导出都按这一天；试算和名次稳固程度只按现在的数据。</p>
      {year !== undefined && showChanges && <DayChanges year={year} from={asOf} />}
    </section>
  )
}
