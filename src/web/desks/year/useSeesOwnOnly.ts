import { useSession } from '../../client/SessionContext.ts'

/** Checks whether the reader sees only the progress of their own unit: units and their secretaries. */
export function useSeesOwnOnly(): boolean {
  const { account } = useSession()
  return (
    account.grants.length > 0 && account.grants.every(({ role }) => role === 'unit' || role === 'secretary')
  )
}
