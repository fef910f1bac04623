import type { Finding } from '../domain/year/facts/facts.ts'
import type { Quarter } from '../domain/kernel/calendar.ts'
import type { Points } from '../domain/kernel/points.ts'
import type { Drawn } from './demoDraw.ts'
import type { DemoPlan } from './demoPlan.ts'
import { dice } from './dice.ts'

const TEAMS = ['第一核查组', '第二核查组', '第三核查组', '第四核查组'] as const
const NOTE = '演示核查记录'
const REASON = '演示：影响范围较小，已及时处置，视情扣分'

/** Turns the drawn rules into findings (核查情况), each in one quarter of the year and filled in as its rule form requires. (附件) */
export function findingsOf(plan: DemoPlan, unit: string, state: number, drawn: readonly Drawn[]): Finding[] {
  return drawn.map(({ rule, count }) => oneFinding(plan, unit, rule, count, dice(state, 200 + rule)))
}

function oneFinding(plan: DemoPlan, unit: string, at: number, count: number, thrown: number): Finding {
  const { row, rule } = plan.rules[at]!
  const quarter = (thrown & 3) as Quarter | 0
  const multiplier = rule.multipliers?.[(thrown >>> 8) % 3]
  const core = {
    unit,
    row: row.id,
    rule: rule.id,
    count,
    quarter: (quarter + 1) as Quarter,
    by: 'committee' as const,
    foundOn: plan.days[quarter]!,
    author: TEAMS[(thrown >>> 2) & 3]!,
    note: NOTE,
    multiplier: multiplier?.id,
  }
  switch (rule.form) {
    case 'discretionary':
      return { ...core, count: 1, amount: (((thrown >>> 4) & 1) === 0 ? 500 : 1000) as Points, note: REASON }
    case 'range':
      return {
        ...core,
        count: 1,
        amount: (rule.least + (rule.least + rule.step <= rule.limit ? rule.step : 0)) as Points,
        note: REASON,
      }
    case 'parallel':
      return { ...core, level: rule.levels[(thrown >>> 4) % rule.levels.length]!.id }
    case 'bonus':
      return rule.levels
        ? { ...core, level: rule.levels[(thrown >>> 4) % rule.levels.length]!.id, project: '演示项目' }
        : core
    case 'personOccasion':
      return count % 2 === 0
        ? { ...core, persons: count / 2, occasions: 2 }
        : { ...core, persons: count, occasions: 1 }
    case 'perShortfall':
      return rule.requires.length > 1
        ? { ...core, counter: rule.requires[(thrown >>> 4) % rule.requires.length]!.counter }
        : core
    default:
      return core
  }
}
