import { Alert } from 'antd'
import type { Role } from '../../../contract/access/roles.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LedgerBrief } from '../ledger/LedgerBrief.tsx'
import { useYearAnswer } from '../year/useYearAnswer.ts'
import { Deeds } from './Deeds.tsx'
import { LateList } from './LateList.tsx'
import { ResultWord } from './ResultWord.tsx'
import { WaitingList } from './WaitingList.tsx'
import { YearPicture } from './YearPicture.tsx'
import { YearSteps } from './YearSteps.tsx'
import type { Due, Year } from '../year/year.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { OwnProgress } from '../year/OwnProgress.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import '../year/progress.css'

/** Shows the home page of a year: its steps, what waits for the reader with the next act first, what others are late with, and a picture of the year. */
export function YearHome({ roles }: { readonly roles: readonly Role[] }) {
  const { year } = useYear()
  const due = useAnswer('GET /api/years/:year/due', { params: { year } })
  const answer = useYearAnswer()
  return (
    <Answered of={answer}>
      {of => <Answered of={due}>{found => <Shown of={of} due={found} roles={roles} />}</Answered>}
    </Answered>
  )
}

interface ShownProps {
  readonly of: Year
  readonly due: Due
  readonly roles: readonly Role[]
}

function Shown({ of, due, roles }: ShownProps) {
  const isUnits = roles.some(role => role === 'unit' || role === 'secretary' || role === 'leadUnit')
  const looksOver = roles.some(role => role !== 'unit' && role !== 'secretary')
  return (
    <>
      {isUnits && of.released && <ResultWord of={of} />}
      <YearSteps of={of} />
      <div className="home">
        <div className="home-main">
          {of.blockers.length > 0 && looksOver && (
            <Alert type="warning" showIcon title="现在还不能计分" description={of.blockers.join('；')} />
          )}
          <WaitingList of={due} />
          <LateList of={due} />
          {isUnits && <LedgerBrief year={of.year} />}
          <Deeds roles={roles} />
        </div>
        <div className="home-side">
          <YearPicture of={of} />
          <ProgressBrief of={of} />
          {isUnits && !of.released && <ResultWord of={of} />}
        </div>
      </div>
    </>
  )
}

/** Summarizes progress by component: what is complete in one line, a bar for each that lacks something; for a single unit, in words. */
function ProgressBrief({ of }: { readonly of: Year }) {
  const isOwn = useSeesOwnOnly()
  if (of.progress.every(component => component.total === 0)) return null
  const lacking = of.progress.filter(component => component.done < component.total)
  const open = of.timetable.filter(date => date.state === 'open' && date.components.length > 0)
  const complete = of.progress.filter(component => component.done === component.total)
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">{isOwn ? '本单位各分项' : '各分项有得分的单位'}</h2>
      {isOwn && <OwnProgress of={of} />}
      {!isOwn &&
        lacking.map(({ component, name, done, total, late }) => (
          <ProgressLine
            key={component}
            label={name}
            done={done}
            total={total}
            late={late === 0 ? undefined : `逾期${late}个`}
          />
        ))}
      {!isOwn && complete.length > 0 && (
        <p className="soft">
          {complete.map(component => component.name).join('、')}：{complete[0]!.total}个单位都已有得分
        </p>
      )}
      {!isOwn && open.length > 0 && (
        <p className="soft">{open.map(date => date.name).join('、')}还没有结束，得分还会变动</p>
      )}
    </section>
  )
}
