import { Alert } from 'antd'
import type { Role } from '../../../contract/access/roles.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LedgerBrief } from '../ledger/LedgerBrief.tsx'
import { useYearAnswer } from '../year/useYearAnswer.ts'
import { LateList } from './LateList.tsx'
import { NextDates } from './NextDates.tsx'
import { PhaseStrip } from './PhaseStrip.tsx'
import { ProgressBrief } from './ProgressBrief.tsx'
import { ResultWord } from './ResultWord.tsx'
import { WaitingList } from './WaitingList.tsx'

/** 年度的首页: what waits for the reader, who is late, what comes next, how far it is. */
export function YearHome({ roles }: { readonly roles: readonly Role[] }) {
  const isUnits = roles.some(role => role === 'unit' || role === 'secretary' || role === 'leadUnit')
  const looksOver = roles.some(role => role !== 'unit' && role !== 'secretary')
  return (
    <Answered of={useYearAnswer()}>
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
              {isUnits && <LedgerBrief year={of.year} />}
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
