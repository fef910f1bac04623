import { addDays, weekdayOf } from '../../../../domain/kernel/calendar.ts'

/** A week of the schedule: its working days, Monday first, and days off with planned visits. */
interface Week {
  readonly monday: string
  readonly days: readonly string[]
}

/** Returns the weeks of the working days in the window and of every planned day. */
export function weeksOf(days: Iterable<string>): readonly Week[] {
  const weeks = new Map<string, Set<string>>()
  for (const day of days) {
    const monday = mondayOf(day)
    weeks.set(monday, (weeks.get(monday) ?? new Set()).add(day))
  }
  return [...weeks]
    .map(([monday, set]) => ({ monday, days: [...set].toSorted() }))
    .toSorted((one, other) => (one.monday < other.monday ? -1 : 1))
}

/** Formats the day of the week. */
export function printWeekday(day: string): string {
  return `周${'日一二三四五六'[weekdayOf(day)]}`
}

function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}
