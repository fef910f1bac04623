import { createContext, use } from 'react'
import type { SchemeDocument } from '../../../contract/scheme/schemeDocument.ts'
import type { SchemeNames } from '../../../contract/scheme/schemeNames.ts'

/** 正在阅读的方案, for chips and notes that look something up in it. */
export interface SchemeAtHand {
  readonly document: SchemeDocument
  readonly names: SchemeNames
  /** where a ruling is shown and settled; none while editing. */
  readonly rulingAddress?: (ruling: string) => string
}

/** 正在阅读的方案的上下文. */
export const SchemeContext = createContext<SchemeAtHand | undefined>(undefined)

/** 正在阅读的方案. */
export function useScheme(): SchemeAtHand {
  const scheme = use(SchemeContext)
  if (scheme === undefined) throw new Error('no scheme above this component')
  return scheme
}
