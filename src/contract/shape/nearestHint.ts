/** Returns the hint 是否指 (did you mean) with the nearest known name, if there is one. */
export function nearestHint(nearest: string | undefined): string {
  return nearest === undefined ? '' : `（是否指“${nearest}”）`
}
