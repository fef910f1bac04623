import type { Day } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** Hours within which people are called (拨打时段), e.g. 18:30 to 21:00. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** The hours preset (预设时段). */
export const presetHours: readonly Hours[] = [
  { from: '09:00', to: '12:00' },
  { from: '14:30', to: '17:30' },
  { from: '18:30', to: '21:00' },
]

/** Returns the band that a time such as `19:05` falls into (所在时段), from 0; nothing in the quiet hours. */
export function bandOf(hours: readonly Hours[], time: string): number | undefined {
  const at = hours.findIndex(({ from, to }) => time >= from && time < to)
  return at === -1 ? undefined : at
}

/** Checks the dates and hours of a commission (查验日期和时段). `surveyDays`, `surveyHours`. */
export function checkTimes({
  begins,
  ends,
  deleteOn,
  hours,
}: {
  readonly begins: Day
  readonly ends: Day
  readonly deleteOn: Day
  readonly hours: readonly Hours[]
}): Refusal | undefined {
  if (begins > ends || deleteOn <= ends) return refuse('surveyDays', { begins, ends, deleteOn })
  const isOrdered = hours.every(
    ({ from, to }, at) => from < to && to <= '24:00' && (at === 0 || hours[at - 1]!.to <= from),
  )
  return isOrdered ? undefined : refuse('surveyHours', {})
}
