import type { CallAnswer } from '../../../client/call.ts'
import { useMay } from '../../../client/useMay.ts'
import { useAnswer } from '../../../client/useAnswer.ts'

/** The ledger summary of one unit: done, due, late and what it would cost. */
export type LedgerLine = CallAnswer<'GET /api/years/:year/ledger/board'>['lines'][number]

/** Returns the ledgers of the members by unit; empty while loading and for those who may not read them. */
export function useLedgerLines(year: number): ReadonlyMap<string, LedgerLine> {
  const may = useMay()
  const { data } = useAnswer(
    'GET /api/years/:year/ledger/board',
    { params: { year } },
    { when: may('readLedger') },
  )
  return new Map(data?.lines.map(line => [line.unit, line]))
}
