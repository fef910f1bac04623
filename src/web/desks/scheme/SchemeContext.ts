import { createContext, use } from 'react'
import type { SchemeDocument } from '../../../contract/scheme/schemeDocument.ts'
import type { VersionHead } from './schemeTypes.ts'
import type { SchemeNames } from '../../../contract/scheme/schemeNames.ts'

/** The scheme being read, in which chips and notes look things up. */
interface SchemeAtHand {
  readonly document: SchemeDocument
  readonly names: SchemeNames
  /** the version being read; none while editing. */
  readonly head?: VersionHead
  /** the address where a ruling is shown and settled; none while editing. */
  readonly rulingAddress?: (ruling: string) => string
}

/** The context of the scheme being read. */
export const SchemeContext = createContext<SchemeAtHand | undefined>(undefined)

/** Returns the scheme being read. */
export function useScheme(): SchemeAtHand {
  const scheme = use(SchemeContext)
  if (scheme === undefined) throw new Error('no scheme above this component')
  return scheme
}
