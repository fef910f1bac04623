import { type Action, offeredUntilSeal } from '../../contract/access/actions.ts'
import { useSession } from './SessionContext.ts'
import { useYear } from './useYear.ts'

/** Returns the permission check: `const may = useMay()`, then `may('sealYear')`. Actions without permission are not offered, nor what ends with the seal of the year; the server checks all the same. */
export function useMay(): (action: Action) => boolean {
  const { account } = useSession()
  const { isSealed } = useYear()
  return action => account.actions.includes(action) && !(isSealed && offeredUntilSeal.has(action))
}
