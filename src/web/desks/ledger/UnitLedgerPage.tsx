import { useParams } from '@tanstack/react-router'
import { useYear } from '../../client/useYear.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { UnitLedger } from './UnitLedger.tsx'
import { useOwnUnit } from './useOwnUnit.ts'

/** Shows the ledger of one unit, opened from the board or from an entry. */
export function UnitLedgerPage() {
  const { year } = useYear()
  const { unit } = useParams({ strict: false }) as { readonly unit: string }
  const own = useOwnUnit()
  return year === undefined ? (
    <PageHead title="台账" />
  ) : (
    <UnitLedger key={unit} year={year} unit={unit} isOwn={unit === own} />
  )
}
