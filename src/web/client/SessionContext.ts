import { createContext, use } from 'react'
import type { Action } from '../../contract/access/actions.ts'
import type { Account } from './session.ts'

/** 当前登录. */
export interface SignedIn {
  readonly account: Account
  readonly institution: string
}

/** 当前登录的上下文. */
export const SessionContext = createContext<SignedIn | undefined>(undefined)

/** 当前登录者 in any desk. */
export function useSession(): SignedIn {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('no session above this component')
  return session
}

/** 能否操作: `const may = useMay()`, then `may('sealYear')`; what somebody may not do is not offered. The server judges all the same. */
export function useMay(): (action: Action) => boolean {
  const { account } = useSession()
  return action => account.actions.includes(action)
}
