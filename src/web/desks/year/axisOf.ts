const DAY = 86_400_000

/** A time axis: whole months around all dates; `at` gives where a day begins on it, from 0 to 1. */
export interface Axis {
  readonly months: readonly { readonly label: string; readonly from: number; readonly to: number }[]
  readonly at: (day: string) => number
  /** the position where a day ends. */
  readonly after: (day: string) => number
}

/** Computes the time axis shared by all dates. */
export function axisOf(dates: readonly { readonly from?: string; readonly due: string }[]): Axis {
  const days = dates.flatMap(({ from, due }) => [from ?? due, due]).map(Date.parse)
  const first = startOfMonth(Math.min(...days), 0)
  const end = startOfMonth(Math.max(...days), 1)
  const place = (time: number) => (time - first) / (end - first)
  const months = []
  for (let month = first; month < end; month = startOfMonth(month, 1))
    months.push({
      label: `${new Date(month).getUTCMonth() + 1}月`,
      from: place(month),
      to: place(startOfMonth(month, 1)),
    })
  return { months, at: day => place(Date.parse(day)), after: day => place(Date.parse(day) + DAY) }
}

function startOfMonth(time: number, later: number): number {
  const day = new Date(time)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later, 1)
}
