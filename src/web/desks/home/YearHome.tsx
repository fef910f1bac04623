import { Alert } from 'antd'
import type { Role } from '../../../contract/access/roles.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LedgerBrief } from '../ledger/LedgerBrief.tsx'
import { useYearAnswer } from '../year/useYearAnswer.ts'
import { LateList } from './LateList.tsx'
import { NextDates } from './NextDates.tsx'
import { ResultWord } from './ResultWord.tsx'
import { WaitingList } from './WaitingList.tsx'
import type { Year } from '../year/year.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { OwnProgress } from '../year/OwnProgress.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import '../year/progress.css'

/** Shows the home page of a year: what waits for the reader, who is late, what comes next, and the progress. */
export function YearHome({ roles }: { readonly roles: readonly Role[] }) {
  const isUnits = roles.some(role => role === 'unit' || role === 'secretary' || role === 'leadUnit')
  const looksOver = roles.some(role => role !== 'unit' && role !== 'secretary')
  const { year } = useYear()
  const due = useAnswer('GET /api/years/:year/due', { params: { year } })
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
              <Answered of={due}>{found => <WaitingList of={found} />}</Answered>
              {isUnits && <LedgerBrief year={of.year} />}
              {looksOver && due.data !== undefined && <LateList of={due.data} />}
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

/** Shows the phases of the year and the current one. */
function PhaseStrip({ of: { phases } }: { readonly of: Year }) {
  const now = phases.findIndex(phase => phase.state === 'now')
  return (
    <section aria-label="年度阶段">
      <ol className="phase-strip">
        {phases.map(({ phase, name, state }, at) => (
          <li
            key={phase}
            className={`strip-${state}${at === now + 1 ? ' strip-next' : ''}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Summarizes progress by component; for a single unit, in words. */
function ProgressBrief({ of }: { readonly of: Year }) {
  const isOwn = useSeesOwnOnly()
  if (of.progress.every(component => component.total === 0)) return null
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">{isOwn ? '本单位各分项' : '各分项有得分的单位'}</h2>
      {isOwn ? (
        <OwnProgress of={of} />
      ) : (
        of.progress.map(({ component, name, done, total, late }) => (
          <ProgressLine
            key={component}
            label={name}
            done={done}
            total={total}
            late={late === 0 ? undefined : `逾期${late}个`}
          />
        ))
      )}
    </section>
  )
}
