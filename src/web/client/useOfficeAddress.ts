import { isOwnComputer } from './isOwnComputer.ts'
import { useAnswer } from './useAnswer.ts'

/** The address to print for others, and whether nobody but this computer can open it. */
interface OfficeAddress {
  readonly address: string
  readonly isOwn: boolean
}

/** Returns the address at which others open the pages: the one set for the installation, else that of this browser. */
export function useOfficeAddress(): OfficeAddress {
  const { data } = useAnswer('GET /api/installation', {})
  const address = data === undefined || data.address === '' ? location.origin : data.address
  return { address, isOwn: isOwnComputer(address) }
}
