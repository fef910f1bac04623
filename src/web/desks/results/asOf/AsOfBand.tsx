import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../client/SessionContext.ts'
import { DayField } from '../../../kit/DayField.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { DayChanges } from './DayChanges.tsx'
import { useAsOf } from './useAsOf.ts'
import './asOf.css'

/** Chooses the day whose results are shown; on a day of the past says so over the whole page, and shows what changed since. */
export function AsOfBand({ year }: { readonly year: number | undefined }) {
  const { asOf, choose } = useAsOf()
  const may = useMay()
  const [showChanges, setShowChanges] = useState(false)
  return (
    <section className={asOf === undefined ? 'as-of' : 'as-of as-of-past'} aria-label="按某日的情形">
      <div className="as-of-line">
        {asOf !== undefined && <strong>按{printDay(asOf)}的情形</strong>}
        <label htmlFor="as-of-day">{asOf === undefined ? '查看某日的情形' : '换一天'}</label>
        <span className="as-of-day">
          <DayField id="as-of-day" value={asOf ?? ''} onChange={choose} />
        </span>
        {asOf !== undefined && (
          <span className="buttons">
            {may('readSeals') && (
              <Button aria-expanded={showChanges} onClick={() => setShowChanges(!showChanges)}>
                {showChanges ? '收起此后的变化' : '此后的变化'}
              </Button>
            )}
            <Button onClick={() => choose('')}>返回现在</Button>
          </span>
        )}
      </div>
      {asOf !== undefined && (
        <p className="soft">排名、单位结果、结果运用和导出都按这一天；试算和名次稳固程度只按现在的数据。</p>
      )}
      {asOf !== undefined && year !== undefined && showChanges && <DayChanges year={year} from={asOf} />}
    </section>
  )
}
