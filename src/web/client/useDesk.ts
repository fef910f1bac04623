import type { OnWire } from '../../contract/http/route.ts'
import type { mendPart } from '../../contract/results/sealSchema.ts'
import { createContext, useContext } from 'react'

/** Returns the address of a desk in the current year: `'$year/roster'` → `/2018/roster`; `undefined` where there is no such desk, or this person may not see it. */
type DeskAddress = (path: string) => string | undefined

/** Where a matter is handled, as the server names it. */
export type Mend = OnWire<typeof mendPart>

/** Set by the shell, the only module that knows all desks. */
export const DeskAddressContext = createContext<DeskAddress>(() => undefined)

/** Returns the function that gives desk addresses: `useDesk()('$year/roster')`. */
export function useDesk(): DeskAddress {
  return useContext(DeskAddressContext)
}

/** Returns the function that gives the address where a matter is handled; `undefined` if the reader has no such desk. */
export function useMend(): (mend: Mend) => string | undefined {
  const desk = useDesk()
  return ({ page, part }) => {
    const address = page.startsWith('/') ? page : desk(page)
    return address === undefined || part === undefined ? address : `${address}?part=${part}`
  }
}
