import { createContext, use } from 'react'
import type { View } from './View.ts'

/** State of reading an explanation: what is open, which rows are shown, and what may be tried from here. */
export interface Reading {
  readonly year: number
  readonly unit: string
  readonly isOpen: (path: string) => boolean
  readonly toggle: (path: string) => void
  /** Also shows rows without any loss. */
  readonly allRows: boolean
  /** Where each ruling is shown in full. */
  readonly firstPlaces: ReadonlyMap<string, string>
  /** Node that the document opens with: its title is already shown above. */
  readonly opening: string
  readonly viewOf: (kind: string) => View
  /** Tries the year without one record, where the reader may. */
  readonly tryWithout?: (fact: string, told: string) => void
}

export const ReadingContext = createContext<Reading | undefined>(undefined)

/** Returns the reading state, inside an explanation. */
export function useReading(): Reading {
  const reading = use(ReadingContext)
  if (reading === undefined) throw new Error('no explanation above this view')
  return reading
}

/** Returns the year being read: the one given, else that of the surrounding explanation. */
export function useReadingYear(given: number | undefined): number {
  const reading = use(ReadingContext)
  const year = given ?? reading?.year
  if (year === undefined) throw new Error('a clause wants a year')
  return year
}
