import type { DemoPlan, DemoRule } from './demoPlan.ts'
import { dice, throwBelow } from './dice.ts'
import type { Planted } from './planted.ts'

/** A drawn rule, by its index in the plan, and how often it was found. */
export interface Drawn {
  readonly rule: number
  readonly count: number
}

/** Draws a unit's deductions and bonuses for the year: the better the unit, the smaller its possible loss; `skipFaults` leaves ledger faults to the ledger. */
export function drawRules(
  plan: DemoPlan,
  tier: string,
  state: number,
  quality: number,
  forced: number,
  skipFaults: boolean,
): Drawn[] {
  const drawn: Drawn[] = []
  const { draws, bonuses, all, scale } = plan.pools.get(tier)!
  let left = (1000 + 24000 * (1 - quality) ** 1.3) * scale
  if (forced >= 0) left -= take(plan, all[forced % all.length]!, 1, drawn)
  for (let salt = 100; salt < 124 && left >= 500 && draws.length > 0; salt++) {
    const thrown = dice(state, salt)
    const at = draws[(thrown >>> 4) % draws.length]!
    const found = plan.rules[at]!
    if (
      found.cost > left ||
      drawn.some(each => each.rule === at) ||
      (skipFaults && found.rule.counter !== undefined)
    )
      continue
    left -= take(plan, at, (thrown & 15) < 11 ? 1 : Math.min(found.counts, 1 + (thrown & 1)), drawn)
  }
  if (quality > 0.8 && bonuses.length > 0 && throwBelow(state, 130, 5) < 2) {
    const at = bonuses[dice(state, 131) % bonuses.length]!
    if (!drawn.some(each => each.rule === at)) take(plan, at, 1, drawn)
  }
  return drawn
}

/** Draws rules row by row until exactly `lost` is reached; no row loses more than its base. */
export function drawPlanted(plan: DemoPlan, tier: string, planted: Planted): Drawn[] {
  const counts = new Map<number, number>()
  const lostInRow = new Map<string, number>()
  const { all, scale } = plan.pools.get(tier)!
  let left = (planted.lost ?? 0) * scale
  const candidates = all.filter(at => isPlain(plan.rules[at]!))
  const takeOne = (at: number): void => {
    const { row, cost } = plan.rules[at]!
    counts.set(at, (counts.get(at) ?? 0) + 1)
    lostInRow.set(row.id, (lostInRow.get(row.id) ?? 0) + cost)
    left -= cost
  }
  const fits = (at: number): boolean => {
    const { row, rule, cost } = plan.rules[at]!
    const again = (counts.get(at) ?? 0) + 1
    const repeats = rule.form !== 'flat' || again === 1
    return (
      repeats && again <= (rule.most ?? 3) && cost <= left && (lostInRow.get(row.id) ?? 0) + cost <= row.base
    )
  }
  if (planted.everyRow) {
    for (const row of plan.scheme.rubrics.flatMap(rubric => rubric.rows)) {
      const inRow = candidates
        .filter(at => plan.rules[at]!.row === row)
        .sort((a, b) => plan.rules[a]!.cost - plan.rules[b]!.cost)
      if (inRow[0] !== undefined) takeOne(inRow[0])
    }
  }
  for (let round = 0; round < 4; round++) for (const at of candidates) if (fits(at)) takeOne(at)
  return [...counts].map(([rule, count]) => ({ rule, count }))
}

function isPlain({ rule, row, cost }: DemoRule): boolean {
  const forms = ['flat', 'perOccurrence', 'personOccasion', 'perShortfall']
  return forms.includes(rule.form) && row.base > 0 && rule.unclear !== true && cost > 0 && cost % 1000 === 0
}

function take(plan: DemoPlan, rule: number, count: number, drawn: Drawn[]): number {
  drawn.push({ rule, count })
  return plan.rules[rule]!.rule.form === 'bonus' ? 0 : plan.rules[rule]!.cost * count
}
