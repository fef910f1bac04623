/** 是否指: the nearest known name, where there is one. */
export function nearestHint(nearest: string | undefined): string {
  return nearest === undefined ? '' : `（是否指“${nearest}”）`
}
