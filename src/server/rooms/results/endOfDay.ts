import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { dayBegins, localDay } from '../../platform/localDays.ts'
import { keptSince } from '../../year/lifecycleAsOf.store.ts'

/** Returns the instant at which a day ends whose state of a year is kept. `notFound`, `dayAhead`, `dayNotKept`. */
export async function endOfDay(
  { db, now }: Pick<AppContext, 'db' | 'now'>,
  year: number,
  day: Day,
): Promise<string | Refusal> {
  const since = await keptSince(db, year)
  if (since === undefined) return refuse('notFound', { what: `${year}年度` })
  if (day > localDay(now())) return refuse('dayAhead', { day: printDay(day) })
  const end = dayBegins(day, 1)
  if (end <= since)
    return refuse('dayNotKept', { day: printDay(day), since: printDay(localDay(new Date(since))) })
  return end
}
