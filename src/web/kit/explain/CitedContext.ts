import { createContext, use } from 'react'

/** The citation (条款) here and that of the node above, so that one clause is not named twice in a row; `path` is the node's. */
interface Cited {
  readonly own: string
  readonly above: string
  readonly path: string
}

export const CitedContext = createContext<Cited>({ own: '', above: '', path: '' })

/** Returns the citation (条款) here. */
export function useCited(): Cited {
  return use(CitedContext)
}
