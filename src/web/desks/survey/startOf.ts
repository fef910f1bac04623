import { presetHours } from '../../../domain/campaign/survey/callingHours.ts'
import { addDays } from '../../../domain/kernel/calendar.ts'
import type { Commission } from './surveyTypes.ts'

/** Days of calls, and days that numbers are kept after them. */
const [CALLS, KEPT] = [29, 31]

/** What a new commission begins with: November, or from today on where that is over; evenings of working people, and numbers kept no longer than needed. (四（三）) */
export function startOf(year: number, today: string): Commission {
  const begins = today > `${year}-11-01` ? today : `${year}-11-01`
  const ends = addDays(begins, CALLS)
  return {
    title: `${year}年民意调查`,
    way: 'calls',
    surveyor: '',
    begins,
    ends,
    deleteOn: addDays(ends, KEPT),
    complaint: '',
    halfWidth: 8,
    groupReadsOpinions: false,
    mostAttempts: 6,
    hours: [...presetHours],
    sizes: [],
  }
}
