import { addDays, type Day } from '../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** Hours within which people are called (拨打时段), e.g. 18:30 to 21:00. */
interface Hours {
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

/** Lists when somebody can be called again (可以预约的时间): by day, each half hour within the calling hours after `now` (`2018-11-20T19:10`) until the survey ends. */
export function appointmentTimes(
  now: string,
  { ends, hours }: { readonly ends: Day; readonly hours: readonly Hours[] },
): readonly { readonly day: Day; readonly times: readonly string[] }[] {
  const halfHours = Array.from({ length: 48 }, (_, at) => printTime(at * 30)).filter(
    time => bandOf(hours, time) !== undefined,
  )
  const days: { day: Day; times: readonly string[] }[] = []
  for (let day = now.slice(0, 10); day <= ends; day = addDays(day, 1)) {
    const times = halfHours.filter(time => `${day}T${time}` > now)
    if (times.length > 0) days.push({ day, times })
  }
  return days
}

/** Lists the times of day at which calling hours can begin and end (时段起止), each half hour from 00:00 to 24:00. */
export const boundaryTimes: readonly string[] = Array.from({ length: 49 }, (_, at) => printTime(at * 30))

function printTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')
}
