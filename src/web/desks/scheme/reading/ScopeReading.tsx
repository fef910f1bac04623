import { countedFromNames } from '../../../../contract/ledger/countedFrom.ts'
import { rulingsOn } from '../../../../contract/scheme/rulingsActing.ts'
import { describeAnswerRule } from '../../../../contract/scheme/describeConsequence.ts'
import { describeMonthDay } from '../../../../contract/scheme/describeMonthDay.ts'
import { printDay } from '../../../kit/printDay.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { RulingNotes } from '../RulingNotes.tsx'
import { MeetingsReading, ReportReading } from './ReportReading.tsx'
import { useScheme } from '../SchemeContext.ts'

/** Shows scope and dates: the notice, who is appraised, who answers for a unit, what is due when, what the ledger counts. (一, 四, 六) */
export function ScopeReading() {
  const { document } = useScheme()
  const { notice, scope, counters, measures } = document
  return (
    <>
      <section className="scheme-part">
        <h2>依据</h2>
        <p>
          《{notice.title}》{notice.number}，{printDay(notice.issuedOn)}，{notice.issuers.join('、')}印发
        </p>
      </section>
      <section className="scheme-part">
        <h2>
          考核范围与对象 <ClauseChip of={scope.citation} />
        </h2>
        <p>纳入考核的单位级别：{scope.levels.join('、')}</p>
        <p>
          层级：{document.tiers.map(tier => tier.name).join('、')}
          {document.cohorts.length > 0 && `；类别：${document.cohorts.map(cohort => cohort.name).join('、')}`}
        </p>
        <ol className="plain-list">
          {scope.answers.map((rule, at) => (
            <li key={at}>
              {describeAnswerRule(rule)} <span className="soft">（{rule.why}）</span>{' '}
              <ClauseChip of={rule.citation} />
            </li>
          ))}
        </ol>
        <RulingNotes of={rulingsOn(document, 'midYearChange')} />
      </section>
      <Timetable />
      <ReportReading />
      <MeetingsReading />
      {counters.length > 0 && (
        <section className="scheme-part">
          <h2>台账计数项</h2>
          <ul className="plain-list">
            {counters.map(({ id, name, kind, citation, from }) => (
              <li key={id}>
                {name} <span className="soft">{kind === 'done' ? '记做了几次' : '记差错几次'}</span>{' '}
                {from !== undefined && <span className="soft">由软件计数：{countedFromNames[from]} </span>}
                <ClauseChip of={citation} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {measures.length > 0 && (
        <section className="scheme-part">
          <h2>指标</h2>
          <ul className="plain-list">
            {measures.map(({ id, name, unit, least, most, citation }) => (
              <li key={id}>
                {name}（{unit}）<span className="soft">{rangeOf(least, most)}</span>{' '}
                <ClauseChip of={citation} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Timetable() {
  const { document } = useScheme()
  return (
    <section className="scheme-part">
      <h2>时间节点</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">开始</th>
            <th scope="col">截止</th>
            <th scope="col">条款</th>
          </tr>
        </thead>
        <tbody>
          {document.timetable.map(({ id, name, from, due, nextYear, citation }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{from === undefined ? '—' : day(from, nextYear)}</td>
              <td>{day(due, nextYear)}</td>
              <td>
                <ClauseChip of={citation} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RulingNotes of={rulingsOn(document, 'reportDue')} />
    </section>
  )
}

function day(monthDay: string, nextYear: boolean | undefined): string {
  return `${nextYear === true ? '次年' : ''}${describeMonthDay(monthDay)}`
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '不限'
  return `${least === undefined ? '' : `最小${least}`}${least !== undefined && most !== undefined ? '，' : ''}${most === undefined ? '' : `最大${most}`}`
}
