import { dayIn, daysBetween } from '../../kernel/calendar.ts'
import { compareIds } from '../../kernel/ids.ts'
import type { AnswerRule, Scheme } from '../../scheme/scheme.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'
import type { Holder, Roster, Unit } from './roster.ts'

/** Appraisee (考核对象): the unit and the person who answers for it, with the reason. (一, R21) */
export interface Appraisee {
  readonly unit: string
  readonly name: string
  readonly tier: string
  readonly cohort?: string
  readonly leadUnit?: string
  readonly person?: string
  readonly personName?: string
  readonly post?: string
  readonly why: string
}

/** Appoints the appraisees (确定考核对象): one for each unit in scope, by unit id. The person in post on the day (or longest) answers. A unit without one is reported, not dropped. (一, R21) */
export function appointAppraisees(
  scheme: Scheme,
  roster: Roster,
  midYear: RulingAnswers['midYearChange'],
): readonly Appraisee[] {
  const holders = holdersByUnit(roster.holders)
  const year = scheme.cycle
  const day = midYear.answers === 'holderOnDay' ? dayIn(year, midYear.day) : dayIn(year, '12-31')
  return roster.units
    .filter(unit => isAppraised(scheme, unit, day))
    .map(unit => appoint(unit, answerRuleFor(scheme, unit), holders.get(unit.id) ?? [], year, day, midYear))
    .sort((one, other) => compareIds(one.unit, other.unit))
}

/** Tells whether a unit is in scope (是否在考核范围): affiliated, of a level in scope, and existing on the day. (一) */
export function isAppraised(scheme: Scheme, unit: Unit, day: string): boolean {
  if (!unit.affiliated || !scheme.scope.levels.includes(unit.level)) return false
  return (unit.opensOn ?? day) <= day && (unit.closesOn === undefined || unit.closesOn > day)
}

/** Returns the rule for who answers for a unit: the first that fits. (一) */
function answerRuleFor(scheme: Scheme, unit: Unit): AnswerRule | undefined {
  return scheme.scope.answers.find(
    rule =>
      (rule.kinds?.includes(unit.kind) ?? true) &&
      (rule.headedByLeader ?? unit.headedByLeader) === unit.headedByLeader,
  )
}

function appoint(
  unit: Unit,
  rule: AnswerRule | undefined,
  holders: readonly Holder[],
  year: number,
  day: string,
  midYear: RulingAnswers['midYearChange'],
): Appraisee {
  const core = {
    unit: unit.id,
    name: unit.name,
    tier: unit.tier,
    cohort: unit.cohort,
    leadUnit: unit.leadUnit,
  }
  if (rule === undefined) return { ...core, why: '方案没有规定由谁作为这类单位的考核对象' }
  const inPost = holders
    .filter(holder => holder.post === rule.post && (rule.rank === undefined || holder.rank === rule.rank))
    .toSorted((one, other) => compareIds(one.person, other.person))
  const holder =
    midYear.answers === 'holderOnDay' ? inPost.find(one => holdsOn(one, day)) : longest(inPost, year)
  if (holder === undefined) return { ...core, post: rule.post, why: `${rule.why}；名册中没有在任人选` }
  return { ...core, person: holder.person, personName: holder.name, post: rule.post, why: rule.why }
}

function holdsOn({ from, to }: Holder, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || to >= day)
}

/** Returns who held the post on most days of the year, all stints of a person together; of equals the later one. (R21) */
function longest(holders: readonly Holder[], year: number): Holder | undefined {
  const [first, last] = [dayIn(year, '01-01'), dayIn(year, '12-31')]
  const daysIn = ({ from = first, to = last }: Holder): number =>
    Math.max(0, 1 + daysBetween(from > first ? from : first, to < last ? to : last))
  const started = (stints: readonly Holder[]) => stints.at(-1)!.from ?? ''
  const people = new Map<string, Holder[]>()
  for (const holder of holders.toSorted((one, other) => compareIds(one.from ?? '', other.from ?? ''))) {
    if (daysIn(holder) > 0) people.set(holder.person, [...(people.get(holder.person) ?? []), holder])
  }
  return [...people.values()]
    .map(stints => ({ stints, days: stints.reduce((sum, stint) => sum + daysIn(stint), 0) }))
    .toSorted((a, b) => b.days - a.days || compareIds(started(b.stints), started(a.stints)))[0]
    ?.stints.at(-1)
}

function holdersByUnit(holders: readonly Holder[]): ReadonlyMap<string, readonly Holder[]> {
  const byUnit = new Map<string, Holder[]>()
  for (const holder of holders) byUnit.set(holder.unit, [...(byUnit.get(holder.unit) ?? []), holder])
  return byUnit
}
