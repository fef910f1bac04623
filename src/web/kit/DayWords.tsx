import { printDay } from './printDay.ts'
import { whenIs } from './whenIs.ts'
import './dayWords.css'

/** A day of the year that is shown, and its distance from today. */
export interface DayWordsProps {
  readonly year: number
  readonly due: string
  readonly days: number
}

/** Says a day and how far it is; red only once it is past. Days of the year that is shown go without their year. */
export function DayWords({ year, due, days }: DayWordsProps) {
  return (
    <span className={days < 0 ? 'day-words urgent' : 'day-words'}>
      <span>{printDay(due).replace(`${year}年`, '')}</span>
      <span className={days === 0 ? 'strong' : undefined}>{days < 0 ? `逾期${-days}天` : whenIs(days)}</span>
    </span>
  )
}
