import type { Contender } from './contender.ts'
import { run } from './run.ts'
import type { Timing } from './timePasses.ts'

/** A contender over all rounds: units for each second of a core, and the ratio to the fastest peer of the same round. */
export interface Standing {
  readonly contender: Contender
  readonly rates: readonly number[]
  readonly ratios: readonly number[]
  readonly passes: number
  /** why it has no time, if one of its values was wrong or it failed. */
  readonly fault?: string
}

/** Every contender once in each round, one after another; whoever gives one wrong value has no time at all. */
export async function comparePeers(
  contenders: readonly Contender[],
  rounds: number,
  seconds: number,
  core: number | undefined,
  tell: (line: string) => void,
): Promise<readonly Standing[]> {
  const rates = new Map<string, number[]>(contenders.map(({ id }) => [id, []]))
  const passes = new Map<string, number>()
  const faults = new Map<string, string>()
  for (let round = 1; round <= rounds; round++) {
    for (const { id } of contenders) {
      if (faults.has(id)) continue
      try {
        const timing = await run<Timing>('timeContender.ts', [id, 'brief', seconds], core)
        rates.get(id)!.push(timing.unitsPerSecond)
        passes.set(id, (passes.get(id) ?? 0) + timing.passes)
        tell(`第${round}轮 ${id}：每秒${Math.round(timing.unitsPerSecond)}个单位`)
      } catch (error) {
        faults.set(id, (error as Error).message)
        tell(`第${round}轮 ${id}：${(error as Error).message}`)
      }
    }
  }
  const peers = contenders.filter(({ from, id }) => isPeer(from) && !faults.has(id))
  const fastest = Array.from({ length: rounds }, (_, round) =>
    Math.max(...peers.map(({ id }) => rates.get(id)![round]!)),
  )
  return contenders.map(contender => {
    const { id } = contender
    const fault = faults.get(id)
    if (fault !== undefined) return { contender, rates: [], ratios: [], passes: 0, fault }
    const own = rates.get(id)!
    return {
      contender,
      rates: own,
      ratios: own.map((rate, round) => rate / fastest[round]!),
      passes: passes.get(id)!,
    }
  })
}

/** Whether a contender is another package: neither the engine nor its limit. */
export function isPeer(from: string): boolean {
  return from !== 'hengping' && from !== 'limit'
}

/** The middle of a few figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
