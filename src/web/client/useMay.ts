import { type Action, offeredUntilSeal } from '../../contract/access/actions.ts'
import { useSession } from './SessionContext.ts'
import { useYear } from './useYear.ts'

/** Returns the permission check: `const may = useMay()`, then `may('sealYear')`. Actions without permission are not offered, nor what ends with the seal of the year; the server checks all the same. */
export function useMay(): (action: Action) => boolean {
  const granted = useGranted()
  const { isSealed } = useYear()
  return action => granted(action) && !(isSealed && offeredUntilSeal.has(action))
}

/** Returns the check for what is still read after the seal by those who may act before it. */
export function useGranted(): (action: Action) => boolean {
  const { account } = useSession()
  return action => account.actions.includes(action)
}
