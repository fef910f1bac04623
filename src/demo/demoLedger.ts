import type { LedgerCount } from '../domain/year/facts/facts.ts'
import type { Drawn } from './demoDraw.ts'
import type { DemoPlan } from './demoPlan.ts'
import { dice } from './dice.ts'

/** Generates the ledger (台账) of a unit that keeps one: every duty period by period, reduced by what was drawn; the remaining deductions are left to the inspectors. (四（一）) */
export function ledgerOf(
  plan: DemoPlan,
  tier: string,
  unit: string,
  state: number,
  drawn: readonly Drawn[],
): { ledger: LedgerCount[]; rest: Drawn[] } {
  const short = new Map<number, number>()
  const rest: Drawn[] = []
  const ledger: LedgerCount[] = []
  for (const each of drawn) {
    const { rule } = plan.rules[each.rule]!
    if (rule.form === 'perShortfall') short.set(each.rule, each.count)
    else if (rule.counter !== undefined)
      ledger.push({ unit, counter: rule.counter, period: monthOf(plan, state, each.rule), count: each.count })
    else rest.push(each)
  }
  for (const duty of plan.pools.get(tier)!.duties) {
    let missing = short.get(duty.rule) ?? 0
    for (const period of duty.periods) {
      const gap = Math.min(missing, duty.required)
      missing -= gap
      const extra = gap === 0 && dice(state, 300 + ledger.length) % 6 === 0 ? 1 : 0
      ledger.push({ unit, counter: duty.counter, period, count: duty.required - gap + extra })
    }
    short.set(duty.rule, missing)
  }
  return { ledger, rest }
}

/** Generates the ledger counts (台账) of meetings, materials and returns for a lead or directly managed unit: absences, deputies, late, missing and wrong returns by month. (三（二）1) */
export function faultsOf(plan: DemoPlan, unit: string, state: number, quality: number): LedgerCount[] {
  return plan.faults.flatMap((counter, at) => {
    const thrown = dice(state, 400 + at) % 100
    const count = thrown < 4 ? 2 : thrown < 8 + 34 * (1 - quality) ? 1 : 0
    return [{ unit, counter, period: monthOf(plan, state, at), count }]
  })
}

function monthOf(plan: DemoPlan, state: number, salt: number): string {
  return plan.months[dice(state, 500 + salt) % 12]!
}
