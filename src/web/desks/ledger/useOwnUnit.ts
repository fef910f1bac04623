import { useSession } from '../../client/SessionContext.ts'

const KEEPERS: readonly string[] = ['unit', 'secretary', 'leadUnit']

/** 本单位: the one unit whose ledger the reader is here for; none for those who look over many, or stand for several. */
export function useOwnUnit(): string | undefined {
  const { account } = useSession()
  const own = new Set(
    account.grants.flatMap(({ role, unit }) => (unit !== undefined && KEEPERS.includes(role) ? [unit] : [])),
  )
  return own.size === 1 ? [...own][0] : undefined
}

/** 能否登记某单位的台账: who keeps ledgers keeps those of their own units. */
export function useKeeps(unit: string): boolean {
  const { account } = useSession()
  return (
    account.actions.includes('keepLedger') &&
    account.grants.some(grant => grant.unit === unit && grant.role !== 'secretary')
  )
}

/** 是否看本系统的各单位: a lead unit. */
export function useLeads(): boolean {
  return useSession().account.grants.some(({ role }) => role === 'leadUnit')
}
