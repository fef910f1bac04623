import { createContext, use } from 'react'
import type { View } from './View.ts'

/** 读说明的人所见: what is open, which rows are shown, and what may be tried from here. */
export interface Reading {
  readonly year: number
  readonly unit: string
  readonly isOpen: (path: string) => boolean
  readonly toggle: (path: string) => void
  /** rows without any loss are shown as well. */
  readonly allRows: boolean
  /** where a ruling is told in full. */
  readonly firstPlaces: ReadonlyMap<string, string>
  /** the node that the document opens with: its title stands above already. */
  readonly opening: string
  readonly viewOf: (kind: string) => View
  /** tries the year without one record, where the reader may. */
  readonly tryWithout?: (fact: string, told: string) => void
}

export const ReadingContext = createContext<Reading | undefined>(undefined)

/** 读说明的人所见, inside an explanation. */
export function useReading(): Reading {
  const reading = use(ReadingContext)
  if (reading === undefined) throw new Error('no explanation above this view')
  return reading
}

/** 所读的年度: the one given, else that of the explanation around. */
export function useReadingYear(given: number | undefined): number {
  const reading = use(ReadingContext)
  const year = given ?? reading?.year
  if (year === undefined) throw new Error('a clause wants a year')
  return year
}
