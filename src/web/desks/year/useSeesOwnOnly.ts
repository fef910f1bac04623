import { useSession } from '../../client/SessionContext.ts'

/** 是否只见本单位: what a unit or its secretary sees of the year's progress is its own. */
export function useSeesOwnOnly(): boolean {
  const { account } = useSession()
  return (
    account.grants.length > 0 && account.grants.every(({ role }) => role === 'unit' || role === 'secretary')
  )
}
