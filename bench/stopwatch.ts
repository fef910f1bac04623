/** Milliseconds: of this process's own time on a core, all its threads together, and by the wall. */
export interface Spent {
  readonly core: number
  readonly wall: number
}

/** Starts a stopwatch; the function it gives tells what has been spent since. On a machine that others use too, the core's time is what is fair. */
export function startStopwatch(): () => Spent {
  const cpu = process.cpuUsage()
  const began = performance.now()
  return () => {
    const wall = performance.now() - began
    const { user, system } = process.cpuUsage(cpu)
    return { core: (user + system) / 1000, wall }
  }
}
