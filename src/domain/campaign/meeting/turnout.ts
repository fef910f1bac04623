/** The size below which a class shows no turnout (不显示投票进度的票种): few voters would be seen one by one. */
const LEAST_SHOWN = 10

/** Returns the turnout shown in the hall (投票进度): the last quarter reached, 0 to 100, or nothing for a class under 10. Never a partial result. */
export function shownTurnout(cast: number, present: number): number | undefined {
  return present < LEAST_SHOWN ? undefined : Math.min(100, Math.floor((cast / present) * 4) * 25)
}
