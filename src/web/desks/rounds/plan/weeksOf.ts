import { addDays, weekdayOf } from '../../../../domain/kernel/calendar.ts'

/** 日程的一周: its working days, Monday first, and the days off on which somebody goes all the same. */
export interface Week {
  readonly monday: string
  readonly days: readonly string[]
}

/** 各周: of the window's working days and of every day that is planned. */
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

/** 星期几. */
export function printWeekday(day: string): string {
  return `周${'日一二三四五六'[weekdayOf(day)]}`
}

function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}
