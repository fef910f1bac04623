import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import type { CallAnswer } from '../client/call.ts'
import { Choice } from '../kit/Choice.tsx'
import { printDay } from '../kit/printDay.ts'
import { useMay } from '../client/useMay.ts'
import { useAnswer } from '../client/useAnswer.ts'
import { useYear } from '../client/useYear.ts'
import { whenIs } from '../kit/whenIs.ts'

/** Year bar: switches the year and shows its state. */
export function YearBar() {
  const { year, years } = useYear()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  if (year === undefined) return <span className="year-bar" />
  const inYear = /^\/\d{4}(?=\/|$)/
  const go = (to: number) =>
    void navigate({ to: inYear.test(pathname) ? pathname.replace(inYear, `/${to}`) : `/${to}` })
  return (
    <div className="year-bar">
      <Choice
        quiet
        label="考核年度"
        value={String(year)}
        onChange={to => go(Number(to))}
        options={(years.length === 0 ? [year] : years).map(one => ({
          value: String(one),
          text: `${one}年度`,
        }))}
      />
      <Standing year={year} />
    </div>
  )
}

function Standing({ year }: { readonly year: number }) {
  const may = useMay()
  const { data } = useAnswer('GET /api/years/:year/due', { params: { year } }, { when: may('readYear') })
  if (data === undefined) return null
  const { phaseName, next, waiting } = data
  return (
    <span className="year-standing">
      <span>{phaseName}阶段</span>
      {next !== undefined && (
        <span title={`${next.name}：${printDay(next.due)}`}>
          <span className="year-what">{next.name}</span>
          {whenIs(next.days)}
        </span>
      )}
      <Waiting year={year} items={waiting} />
    </span>
  )
}

interface WaitingProps {
  readonly year: number
  readonly items: CallAnswer<'GET /api/years/:year/due'>['waiting']
}

function Waiting({ year, items }: WaitingProps) {
  if (items.length === 0) return null
  return (
    <Link
      to={`/${year}/home`}
      activeProps={{}}
      className="year-waiting"
      title={items.map(item => item.text).join('\n')}
    >
      等我办理 <strong className={items.some(item => item.late) ? 'bad' : undefined}>{items.length}</strong>
    </Link>
  )
}
