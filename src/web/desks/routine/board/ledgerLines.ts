import type { CallAnswer } from '../../../client/call.ts'
import { useMay } from '../../../client/SessionContext.ts'
import { useAnswer } from '../../../client/useAnswer.ts'

/** 单位台账的一行: done, due, late and what it would cost. */
export type LedgerLine = CallAnswer<'GET /api/years/:year/ledger/board'>['lines'][number]

/** 各成员的台账, by unit; empty while it is read, or for who may not read it. */
export function useLedgerLines(year: number): ReadonlyMap<string, LedgerLine> {
  const may = useMay()
  const { data } = useAnswer(
    'GET /api/years/:year/ledger/board',
    { params: { year } },
    { when: may('readLedger') },
  )
  return new Map(data?.lines.map(line => [line.unit, line]))
}
