import { createContext, useContext } from 'react'

/** Returns the address of a desk in the current year: `'$year/roster'` → `/2018/roster`; `undefined` where there is no such desk, or this person may not see it. */
export type DeskAddress = (path: string) => string | undefined

/** Set by the shell, the only module that knows all desks. */
export const DeskAddressContext = createContext<DeskAddress>(() => undefined)

/** Returns the function that gives desk addresses: `useDesk()('$year/roster')`. */
export function useDesk(): DeskAddress {
  return useContext(DeskAddressContext)
}
