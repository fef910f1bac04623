import { createContext, useContext } from 'react'

/** Gives the address of a desk in the year at hand: `'$year/roster'` → `/2018/roster`; `undefined` where there is no such desk, or not for this person. */
export type DeskAddress = (path: string) => string | undefined

/** Set by the shell, which alone knows all desks. */
export const DeskAddressContext = createContext<DeskAddress>(() => undefined)

/** Gives the addresses of desks: `useDesk()('$year/roster')`. */
export function useDesk(): DeskAddress {
  return useContext(DeskAddressContext)
}
