import { useParams } from '@tanstack/react-router'
import type { CallAnswer } from '../../../client/call.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { AnsweredPage } from '../../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { addressOfRound, roundStates } from '../roundWords.ts'
import { GroupBars } from './GroupBars.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { countWords } from './countWords.ts'
import '../rounds.css'
import './overview.css'

/** The overview of a round. */
export type Overview = CallAnswer<'GET /api/years/:year/rounds/:round/overview'>

/** Shows the overview of a round: progress by lead unit, who is late, rows with the most lost points, and how strict inspectors are compared with each other. (三（二）2) */
export function OverviewPage() {
  const { year, round } = useParams({ strict: false }) as { readonly year: string; readonly round: string }
  const of = useAnswer('GET /api/years/:year/rounds/:round/overview', {
    params: { year: Number(year), round },
  })
  return (
    <AnsweredPage title="本轮情况" of={of}>
      {overview => <Shown year={Number(year)} overview={overview} />}
    </AnsweredPage>
  )
}

function Shown({ year, overview }: { readonly year: number; readonly overview: Overview }) {
  const { round, name, state, total, groups, late, rows, inspected, people } = overview
  return (
    <>
      <PageHead
        title={`${name}的情况`}
        state={[roundStates[state], ...countWords.map(({ key, word }) => `${word}${total[key]}`)].join('；')}
        actions={
          <>
            <LinkButton to={addressOfRound(year, round)}>查看安排</LinkButton>
            <LinkButton to={`/${year}/sheets`}>查看核查表</LinkButton>
          </>
        }
      />
      {groups.length === 0 ? <EmptyState title="还没有安排单位" /> : <GroupBars groups={groups} />}
      {late.length > 0 && <Late late={late} />}
      {inspected > 0 && <LostRows rows={rows} inspected={inspected} />}
      {people.length > 0 && <PeopleTable people={people} />}
    </>
  )
}

function Late({ late }: { readonly late: Overview['late'] }) {
  return (
    <section className="overview-part" aria-label="逾期未去">
      <h2>逾期未去（{late.length}个）</h2>
      <ul className="late-list bare">
        {late.map(({ assignment, unitName, plannedOn, people, days }) => (
          <li key={assignment}>
            <strong>{unitName}</strong>
            <span>
              原定
              <ChineseDate of={plannedOn} />
            </span>
            <span>{people}</span>
            <span className="bad">逾期{days}天</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LostRows({ rows, inspected }: { readonly rows: Overview['rows']; readonly inspected: number }) {
  const most = Math.max(1, ...rows.map(row => row.units))
  return (
    <section className="overview-part" aria-label="常失分的内容">
      <h2>常失分的内容（已核查{inspected}个单位）</h2>
      {rows.length === 0 && <p>没有单位失分。</p>}
      <ul className="lost-rows bare">
        {rows.map(({ row, title, units, lost }) => (
          <li key={row}>
            <span className="lost-row-name">
              {row} {title}
            </span>
            <span className="lost-row-bar" aria-hidden>
              <span style={{ width: `${(units / most) * 100}%` }} />
            </span>
            <span className="lost-row-said">
              {units}个单位，平均{lost.toFixed(2)}分
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
