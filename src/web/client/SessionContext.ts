import { createContext, use } from 'react'
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
