const NEVER = 100_000

/** Days within which what can still be met goes before what was missed long ago. */
const SOON = 7

interface Task {
  readonly late: boolean
  readonly holds: boolean
  /** days until it is due, negative once it is past. */
  readonly days?: number | undefined
}

/** Orders tasks: what holds up the seal first, then what came back or waits without a day, then what is due within the week and can still be met, then what was missed; then by day, those without one last. */
export function orderOf({ late, days, holds }: Task): number {
  if (holds) return (days ?? 0) - 4 * NEVER
  if (late && days === undefined) return -3 * NEVER
  if (!late && days !== undefined && days >= 0 && days <= SOON) return days - 2 * NEVER
  return late ? days! - NEVER : (days ?? NEVER)
}
