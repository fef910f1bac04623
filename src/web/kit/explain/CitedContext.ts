import { createContext, use } from 'react'

/** 此处的条款 and that of the node above, so that one clause is not named twice in a row; `path` is the node's. */
export interface Cited {
  readonly own: string
  readonly above: string
  readonly path: string
}

export const CitedContext = createContext<Cited>({ own: '', above: '', path: '' })

/** 此处的条款. */
export function useCited(): Cited {
  return use(CitedContext)
}
