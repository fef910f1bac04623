/** Returns the initial visit day: today if the round is under way today, by the phone's clock or the server's business day; else the planned day, else the last day of the round. */
export function firstVisitDay(
  {
    from,
    to,
    plannedOn,
  }: { readonly from: string; readonly to: string; readonly plannedOn?: string | undefined },
  businessDay: string | undefined,
  now: Date,
): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  const inRound = [local, businessDay, plannedOn].find(day => day !== undefined && day >= from && day <= to)
  return inRound ?? to
}
