const DAY = 86_400_000

/** A time axis: whole months from January on, around all dates; `at` gives where a day begins on it, from 0 to 1. */
export interface Axis {
  readonly months: readonly { readonly label: string; readonly from: number; readonly to: number }[]
  readonly at: (day: string) => number
  /** the position where a day ends. */
  readonly after: (day: string) => number
}

/** Computes the time axis shared by all dates. */
export function axisOf(dates: readonly { readonly from?: string; readonly due: string }[]): Axis {
  const days = dates.flatMap(({ from, due }) => [from ?? due, due]).map(Date.parse)
  const first = Date.UTC(new Date(Math.min(...days)).getUTCFullYear(), 0, 1)
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

/** Computes where the bar of a date lies, in CSS; work that is done ends by today at the latest. */
export function barOf(
  { at, after }: Axis,
  { from, due, state }: { readonly from?: string; readonly due: string; readonly state: string },
  today: string,
): { readonly left: string; readonly width: string } {
  const last = (state === 'done' || state === 'over') && due > today ? today : due
  const begins = at(from === undefined || from > last ? last : from)
  return { left: share(begins), width: share(after(last) - begins) }
}

function share(of: number): string {
  return `${(of * 100).toFixed(3)}%`
}

function startOfMonth(time: number, later: number): number {
  const day = new Date(time)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + later, 1)
}
