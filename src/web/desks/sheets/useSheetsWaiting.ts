import { useMay, useSession } from '../../client/SessionContext.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { printDay } from '../../kit/printDay.ts'
import type { WaitingLine } from '../../kit/waitingLine.ts'
import { addressOfSheet } from './sheetTypes.ts'

/** Lists what waits in inspections: findings for a unit to reply to, objections to decide, sheets awaiting somebody; `undefined` while unknown. */
export function useSheetsWaiting(year: number): readonly WaitingLine[] | undefined {
  const may = useMay()
  const { account } = useSession()
  const reads = may('readSheets')
  const { data, error } = useAnswer(
    'GET /api/years/:year/sheets',
    { params: { year }, query: { waiting: 'true' } },
    { when: reads },
  )
  if (!reads || error !== null) return []
  if (data === undefined) return undefined
  const own = new Set(account.grants.map(grant => grant.unit).filter(unit => unit !== undefined))
  const { sheets } = data
  const decides = may('decideFindings')
  const replying = may('replyFindings')
    ? sheets.filter(one => one.state === 'replying' && own.has(one.unit))
    : []
  const undecided = decides ? sheets.reduce((sum, one) => sum + one.undecided, 0) : 0
  const doubled = decides ? sheets.filter(one => one.state === 'doubled').length : 0
  const unsigned = sheets.filter(one => one.state === 'sent' && one.mine).length
  const someOf = (key: string, count: number, to: string, text: string): readonly WaitingLine[] =>
    count === 0 ? [] : [{ key, text, to: `/${year}/${to}`, late: false }]
  return [
    ...replying.map(({ sheet, quarter, findings, due }) => ({
      key: sheet,
      text: `答复第${quarter}季度核查情况（${findings}条）`,
      to: addressOfSheet(year, sheet),
      when: `${printDay(due!)}前`,
      late: false,
    })),
    ...someOf('undecided', undecided, 'objections', `单位的异议${undecided}条，等待裁定`),
    ...someOf('doubled', doubled, 'sheets', `同一次核查收到两份核查表，${doubled}份等待选定`),
    ...someOf('unsigned', unsigned, 'sheets', `我报送的核查表${unsigned}份，等待单位签字`),
  ]
}
