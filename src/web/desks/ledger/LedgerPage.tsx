import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Board } from './Board.tsx'
import { UnitLedger } from './UnitLedger.tsx'
import { useOwnUnit } from './useOwnUnit.ts'

/** Shows the ledger (台账): the reader's own unit, or all units for those who oversee many. */
export function LedgerPage() {
  const { year } = useYear()
  const own = useOwnUnit()
  if (year === undefined) return <PageHead title="台账" />
  return own === undefined ? <Board year={year} /> : <UnitLedger key={own} year={year} unit={own} isOwn />
}
