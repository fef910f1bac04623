import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'

const KEEPERS: readonly string[] = ['unit', 'secretary', 'leadUnit']

/** Returns the one unit whose ledger the reader keeps; `undefined` for those who oversee many or represent several. */
export function useOwnUnit(): string | undefined {
  const { account } = useSession()
  const own = new Set(
    account.grants.flatMap(({ role, unit }) => (unit !== undefined && KEEPERS.includes(role) ? [unit] : [])),
  )
  return own.size === 1 ? [...own][0] : undefined
}

/** Checks whether the reader may enter in a unit's ledger: ledger keepers, for their own units, until the result is sealed. */
export function useKeeps(unit: string): boolean {
  const { account } = useSession()
  const may = useMay()
  return may('keepLedger') && account.grants.some(grant => grant.unit === unit && grant.role !== 'secretary')
}

/** Checks whether the reader is a lead unit and sees the ledgers of its units. */
export function useLeads(): boolean {
  return useSession().account.grants.some(({ role }) => role === 'leadUnit')
}
