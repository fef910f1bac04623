import { Alert } from 'antd'
import type { Role } from '../../../contract/access/roles.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Answered } from '../../parts/Answered.tsx'
import { LateList } from './LateList.tsx'
import { NextDates } from './NextDates.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { ProgressBrief } from './ProgressBrief.tsx'
import { ResultWord } from './ResultWord.tsx'
import { WaitingList } from './WaitingList.tsx'

/** 年度的首页: what waits for the reader, who is late, what comes next, how far it is. */
export function YearHome({ year, roles }: { readonly year: number; readonly roles: readonly Role[] }) {
  const isUnits = roles.some(role => role === 'unit' || role === 'secretary' || role === 'leadUnit')
  const looksOver = roles.some(role => role !== 'unit' && role !== 'secretary')
  return (
    <Answered of={useAnswer('GET /api/years/:year', { params: { year } })}>
      {of => (
        <>
          <PhaseStrip of={of} />
          <div className="home">
            <div className="home-main">
              {of.blockers.length > 0 && looksOver && (
                <Alert type="warning" showIcon title="现在还不能计分" description={of.blockers.join('；')} />
              )}
              {isUnits && <ResultWord of={of} />}
              <WaitingList of={of} />
              {looksOver && <LateList of={of} />}
            </div>
            <div className="home-side">
              <NextDates of={of} />
              <ProgressBrief of={of} />
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
