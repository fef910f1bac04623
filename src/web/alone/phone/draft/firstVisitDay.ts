import { officeTime } from '../../../client/officeZone.ts'

/** The server's business day when the tasks were fetched, and that moment by the phone's clock. */
interface KnownDay {
  readonly today?: string
  readonly fetchedAt?: string
}

/** Returns the business day as far as the phone knows: the server's when the tasks were fetched, and as many days more as have passed since by the phone's clock, which may itself be wrong; before any fetch, the day by the phone's clock. */
export function businessDay({ today, fetchedAt }: KnownDay, now: Date): string {
  const { day: here } = officeTime(now)
  if (today === undefined || fetchedAt === undefined) return here
  const passed = Date.parse(here) - Date.parse(officeTime(new Date(fetchedAt)).day)
  return new Date(Date.parse(today) + Math.max(0, passed)).toISOString().slice(0, 10)
}

/** Returns the initial visit day: the business day if the round is under way then, else the planned day if it has come, else the nearest day of the round. */
export function firstVisitDay(
  {
    from,
    to,
    plannedOn,
  }: { readonly from: string; readonly to: string; readonly plannedOn?: string | undefined },
  day: string,
): string {
  const inRound = [day, plannedOn].find(one => one !== undefined && one >= from && one <= to && one <= day)
  return inRound ?? (day < from ? from : to)
}
