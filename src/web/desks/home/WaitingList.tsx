import { useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'
import { useMay } from '../../client/useMay.ts'
import type { Due } from '../year/year.ts'
import { ActLine, NOTHING } from './ActLine.tsx'
import { DayWords } from '../../kit/DayWords.tsx'

/** Lists what waits for the reader: the next act with its button, then the others with their days. */
export function WaitingList({ of: { year, waiting, phase } }: { readonly of: Due }) {
  const addressOf = useMend()
  const may = useMay()
  const [first, ...rest] = waiting
  const late = waiting.filter(one => one.late).length
  return (
    <section aria-labelledby="waiting-head">
      <h2 id="waiting-head">
        等我办理{waiting.length > 0 && <span className="home-count">{waiting.length}件</span>}
        {late > 0 && <span className="home-count urgent">逾期{late}件</span>}
      </h2>
      {first === undefined ? (
        <ActLine
          text={NOTHING}
          who={may('approveYear') ? (FOR_APPROVAL[phase] ?? COMES[phase]) : COMES[phase]}
          to={undefined}
        />
      ) : (
        <ActLine
          text={first.text}
          who={first.who}
          day={dayOf(year, first)}
          when={first.holds ? '封存前须办结' : undefined}
          to={addressOf(first.mend)}
        />
      )}
      <ul className="line-list bare-list home-rows">
        {rest.map(one => {
          const to = addressOf(one.mend)
          const day = dayOf(year, one)
          return (
            <li key={one.id}>
              <span className="home-what">
                {to === undefined ? one.text : <GoLink to={to}>{one.text}</GoLink>}
              </span>
              {one.holds && <span className="day-words">封存前须办结</span>}
              {day !== undefined && <DayWords {...day} />}
              {one.who !== undefined && <span className="soft-line">{one.who}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function dayOf(year: number, { due, days, holds }: Due['waiting'][number]) {
  return due === undefined || days === undefined || holds ? undefined : { year, due, days }
}

/** What comes to the leading group next. */
const FOR_APPROVAL: { readonly [P in Due['phase']]?: string } = {
  scored: '组织考核者核对、封存结果后，请您审定',
}

/** How far the year is in each phase, for readers for whom nothing waits. */
const COMES: { readonly [P in Due['phase']]: string } = {
  prepared: '准备工作完成后转入日常考核',
  running: '日常考核进行中',
  debriefed: '述职测评结束后汇总计分',
  scored: '正在汇总计分，尚未封存',
  sealed: '结果已封存，领导小组尚未审定',
  approved: '结果已审定；公布、书面反馈、问题整改和公示由组织考核者办理',
  fedBack: '已书面反馈，单位按反馈整改',
  rectifying: '单位正在整改',
  published: '结果公示中',
  closed: '本年度已经办结',
}
