/** 日程的一周: its working days, Monday first, and the days off on which somebody goes all the same. */
export interface Week {
  readonly monday: string
  readonly days: readonly string[]
}

const DAY = 86_400_000

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
export function weekdayOf(day: string): string {
  return `周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  const since = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - since * DAY).toISOString().slice(0, 10)
}
