import { periodsOf } from '../domain/kernel/calendar.ts'
import { methodOf } from '../domain/scheme/methods.ts'
import type { Component, Method } from '../domain/scheme/component.ts'
import type { Requirement } from '../domain/scheme/forms/ruleForm.ts'
import type { Row } from '../domain/scheme/rubric.ts'
import type { Rule } from '../domain/scheme/forms/ruleForms.ts'
import type { RulingAnswers, RulingTopic } from '../domain/scheme/ruling.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { type UnitShape, unitShapes } from './unitShapes.ts'

/** What the generator needs of a scheme, looked up once: tiers by role, the rules to draw from, counters and methods. */
export interface DemoPlan {
  readonly scheme: Scheme
  readonly tiers: { readonly lead: string; readonly direct: string; readonly member: string }
  readonly rules: readonly DemoRule[]
  readonly pools: ReadonlyMap<string, DemoPool>
  readonly faults: readonly string[]
  readonly unitShapes: readonly UnitShape[]
  readonly months: readonly string[]
  readonly days: readonly string[]
  readonly methods: ReadonlyMap<string, readonly DemoMethod[]>
  /** answer ids of each survey, scored ones from best to worst, and the unscored ones. */
  readonly surveyAnswers: ReadonlyMap<Method, readonly string[]>
}

/** The rules that can be drawn for a tier, as indexes into the rules: `draws` weights common faults above grave ones; bonuses and zeroed rows are excluded. */
interface DemoPool {
  readonly all: readonly number[]
  readonly draws: readonly number[]
  readonly bonuses: readonly number[]
  readonly duties: readonly DemoDuty[]
  readonly rowIds: readonly string[]
  /** base of the rubric divided by 100 points. */
  readonly scale: number
}

/** A rule that can be drawn. `cost` is one occurrence in thousandths, `counts` the most that one draw takes. */
export interface DemoRule {
  readonly row: Row
  readonly rule: Rule
  readonly cost: number
  readonly counts: number
}

/** The required number of ledger entries (台账), with the periods of the year listed. */
interface DemoDuty extends Requirement {
  readonly rule: number
  readonly periods: readonly string[]
}

/** The scoring method of a component for a tier. */
export interface DemoMethod {
  readonly component: Component
  readonly method: Method
}

const QUARTER_DAYS = ['03-20', '06-14', '09-12', '11-29'] as const

const plans = new WeakMap<Scheme, DemoPlan>()

/** Returns the demo plan of a scheme, cached by scheme object. */
export function demoPlan(scheme: Scheme): DemoPlan {
  const known = plans.get(scheme)
  if (known) return known
  const plan = buildPlan(scheme)
  plans.set(scheme, plan)
  return plan
}

function buildPlan(scheme: Scheme): DemoPlan {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  // What the software counts from other records is found by inspectors in a made year.
  const counted = new Set(scheme.counters.flatMap(({ id, from }) => (from === undefined ? [] : [id])))
  const rules = rows.flatMap(row =>
    row.rules.flatMap(rule =>
      demoRule(row, counted.has(rule.counter ?? '') ? { ...rule, counter: undefined } : rule),
    ),
  )
  const tiers = tiersOf(scheme)
  return {
    scheme,
    tiers,
    rules,
    pools: new Map(Object.values(tiers).map(tier => [tier, poolOf(scheme, tier, rules)])),
    faults: scheme.counters.flatMap(({ id, kind, from }) =>
      kind === 'fault' && from === undefined ? [id] : [],
    ),
    unitShapes: unitShapes(scheme, tiers),
    months: periodsOf(scheme.cycle, 'month'),
    days: QUARTER_DAYS.map(day => `${scheme.cycle}-${day}`),
    methods: new Map(Object.values(tiers).map(tier => [tier, methodsOf(scheme, tier)])),
    surveyAnswers: new Map(
      scheme.components.flatMap(component =>
        component.methods.map(method => [method, answersOf(scheme, component, method)]),
      ),
    ),
  }
}

/** Returns the answer of a ruling (口径) on a topic, for one component or for all. */
export function answerFor<T extends RulingTopic>(
  scheme: Scheme,
  topic: T,
  component?: string,
): RulingAnswers[T] | undefined {
  const on = scheme.rulings.filter(ruling => ruling.topic === topic)
  const found =
    on.find(ruling => ruling.component !== undefined && ruling.component === component) ??
    on.find(ruling => ruling.component === undefined)
  return found?.answer as RulingAnswers[T] | undefined
}

function answersOf(scheme: Scheme, component: Component, method: Method): readonly string[] {
  if (method.kind !== 'survey') return []
  const points = answerFor(scheme, 'surveyScale', component.id)?.points ?? {}
  return method.answers
    .map(answer => answer.id)
    .sort((one, other) => (points[other] ?? -1) - (points[one] ?? -1))
}

function poolOf(scheme: Scheme, tier: string, rules: readonly DemoRule[]): DemoPool {
  const rubrics = methodsOf(scheme, tier).flatMap(({ method }) =>
    method.kind === 'rubric' ? [method.rubric] : [],
  )
  const rows = scheme.rubrics.filter(rubric => rubrics.includes(rubric.id)).flatMap(rubric => rubric.rows)
  const known = new Set(
    [...rows, ...scheme.lists].filter(row => row.tiers === undefined || row.tiers.includes(tier)),
  )
  const all = rules.flatMap((found, at) => (known.has(found.row) ? [at] : []))
  return {
    all,
    draws: all.flatMap(at => Array<number>(weightOf(rules[at]!)).fill(at)),
    bonuses: all.filter(at => rules[at]!.rule.form === 'bonus'),
    duties: dutiesOf(scheme, rules, all),
    rowIds: rows.map(row => row.id),
    scale: (scheme.rubrics.find(rubric => rubrics.includes(rubric.id))?.base ?? 100_000) / 100_000,
  }
}

function demoRule(row: Row, rule: Rule): DemoRule[] {
  if (rule.form === 'steps' || rule.form === 'tiers') return []
  return [{ row, rule, cost: costOf(row, rule), counts: countsOf(row, rule) }]
}

function costOf(row: Row, rule: Rule): number {
  if (rule.form === 'discretionary') return 500
  if (rule.form === 'range') return rule.least
  if (rule.form === 'parallel') return Math.max(...rule.levels.map(level => level.points))
  if (rule.form === 'zeroRow') return row.base
  return 'points' in rule ? (rule.points ?? 0) : 0
}

function countsOf(row: Row, rule: Rule): number {
  if (rule.form !== 'perOccurrence' && rule.form !== 'personOccasion' && rule.form !== 'perShortfall')
    return 1
  const within = row.base > 0 && rule.points > 0 ? Math.floor(row.base / rule.points) : 2
  return Math.max(1, Math.min(3, within, rule.most ?? 3))
}

function weightOf(found: DemoRule): number {
  const { rule, cost } = found
  if (rule.form === 'bonus' || rule.form === 'zeroRow') return 0
  if (rule.form === 'discretionary' || rule.form === 'range' || cost >= 3000) return 1
  return cost >= 2000 ? 2 : 4
}

function dutiesOf(scheme: Scheme, rules: readonly DemoRule[], known: readonly number[]): readonly DemoDuty[] {
  return known.flatMap(at => {
    const { rule } = rules[at]!
    if (rule.form !== 'perShortfall') return []
    return rule.requires.map(duty => ({ ...duty, rule: at, periods: periodsOf(scheme.cycle, duty.per) }))
  })
}

function methodsOf(scheme: Scheme, tier: string): readonly DemoMethod[] {
  return scheme.components.flatMap(component => {
    const method = methodOf(component, tier)
    return method ? [{ component, method }] : []
  })
}

function tiersOf(scheme: Scheme): DemoPlan['tiers'] {
  const named = (word: RegExp): string | undefined => scheme.tiers.find(tier => word.test(tier.name))?.id
  const first = scheme.tiers[0]?.id ?? 'lead'
  const lead = named(/牵头/) ?? first
  return {
    lead,
    direct: named(/直管/) ?? lead,
    member: named(/所属|成员/) ?? scheme.tiers.at(-1)?.id ?? first,
  }
}
