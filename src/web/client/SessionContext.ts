import { createContext, use } from 'react'
import type { Action } from '../../contract/access/actions.ts'
import type { Account } from './session.ts'

/** The current sign-in. */
interface SignedIn {
  readonly account: Account
  readonly institution: string
}

/** Context of the current sign-in. */
export const SessionContext = createContext<SignedIn | undefined>(undefined)

/** Returns the current sign-in, in any desk. */
export function useSession(): SignedIn {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('no session above this component')
  return session
}

/** Returns the permission check: `const may = useMay()`, then `may('sealYear')`. Actions without permission are not offered; the server checks all the same. */
export function useMay(): (action: Action) => boolean {
  const { account } = useSession()
  return action => account.actions.includes(action)
}
