import { Link } from '@tanstack/react-router'
import { useMay, useSession } from '../../app/SessionContext.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { printDay } from '../../parts/printDay.ts'
import { addressOfSheet, type SheetRow } from './sheetTypes.ts'
import './sheets.css'

/** 首页的核查事项: findings that a unit is to answer, objections that wait for a decision, sheets that wait for somebody. Nothing where nothing waits. */
export function FindingsBrief({ year }: { readonly year: number }) {
  const may = useMay()
  const { account } = useSession()
  const list = useAnswer('GET /api/years/:year/sheets', { params: { year }, query: { waiting: 'true' } }, { when: may('readSheets') })
  if (list.data === undefined) return null
  const own = new Set(account.grants.map(grant => grant.unit).filter(unit => unit !== undefined))
  const { sheets } = list.data
  const replying = may('replyFindings') ? sheets.filter(one => one.state === 'replying' && own.has(one.unit)) : []
  const undecided = may('decideFindings') ? sheets.reduce((sum, one) => sum + one.undecided, 0) : 0
  const doubled = may('decideFindings') ? sheets.filter(one => one.state === 'doubled').length : 0
  const unsigned = sheets.filter(one => one.state === 'sent' && one.mine).length
  if (replying.length + undecided + doubled + unsigned === 0) return null
  return (
    <section className="sheets-brief" aria-label="核查事项">
      <h2>核查事项</h2>
      <ul>
        {replying.map(one => (
          <li key={one.sheet}>
            <Link to={addressOfSheet(year, one.sheet)}>{tellReplying(one)}</Link>
          </li>
        ))}
        {undecided > 0 && (
          <li>
            <Link to={`/${year}/objections`}>单位的异议{undecided}条，等待裁定</Link>
          </li>
        )}
        {doubled > 0 && (
          <li>
            <Link to={`/${year}/sheets`}>同一次核查收到两份核查表，{doubled}份等待选定</Link>
          </li>
        )}
        {unsigned > 0 && (
          <li>
            <Link to={`/${year}/sheets`}>我报送的核查表{unsigned}份，等待单位签字</Link>
          </li>
        )}
      </ul>
    </section>
  )
}

function tellReplying({ quarter, findings, due }: SheetRow): string {
  return `答复第${quarter}季度核查情况（${findings}条），期限${printDay(due!)}`
}
