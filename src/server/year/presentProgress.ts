import { missingSentences } from '../../domain/score/missing.ts'
import { type ComponentColumn, factsOf } from '../../domain/score/scoreComponents.ts'
import type { CycleOutcome } from '../../domain/score/appraiseCycle.ts'
import { quarterOf } from '../../domain/kernel/calendar.ts'
import { toDecimal } from '../../domain/kernel/points.ts'
import type { Appraisee } from '../../domain/year/roster/appointAppraisees.ts'
import type { Reach } from '../platform/access/reach.ts'
import type { ScoredYear } from './outcome/scoredYear.ts'
import type { DatePart } from './presentTimetable.ts'
import type { Answered } from '../platform/http/serveRoutes.ts'

type YearAnswer = Answered<'GET /api/years/:year'>
type Progress = YearAnswer['progress'][number]

/** The most units named per group or step; the rest are counted. */
const MOST_NAMED = 200

/** Presents the progress of each component by lead unit: who has a score, who has none and why, and who is late, of the units within reach. */
export function presentProgress(
  scored: ScoredYear,
  timetable: readonly DatePart[],
  reach: Reach,
): Progress[] {
  if (!reach.all) return progressWithin(scored, timetable, reach)
  const key = timetable.map(date => `${date.id} ${date.days}`).join(' ')
  const known = whole.get(scored)
  if (known?.key === key) return known.progress
  const progress = progressWithin(scored, timetable, reach)
  whole.set(scored, { key, progress })
  return progress
}

/** The progress of all units, computed once an outcome and day: several parts of one page ask for it. */
const whole = new WeakMap<ScoredYear, { readonly key: string; readonly progress: Progress[] }>()

function progressWithin(
  { outcome, units }: ScoredYear,
  timetable: readonly DatePart[],
  reach: Reach,
): Progress[] {
  if (outcome === undefined) return []
  const { appraisees, columns } = outcome.components
  const shown = appraisees.flatMap((appraisee, at) => (reach.has(appraisee.unit) ? [at] : []))
  const leads = new Set(appraisees.map(one => one.leadUnit))
  const nameOf = (unit: string): string => units.get(unit)?.name ?? unit
  return columns.map(column => {
    const { component } = column.component
    const dates = timetable.filter(date => date.components.includes(component.id))
    const last = dates.at(-1)
    const isLate = last !== undefined && last.state === 'past'
    const done = shown.filter(at => column.missing[at] === undefined).length
    return {
      component: component.id,
      name: component.name,
      citation: component.citation,
      weight: toDecimal(component.weight),
      due: last?.due,
      days: last?.days,
      done,
      total: shown.length,
      late: isLate ? shown.length - done : 0,
      steps: dates.length > 1 ? dates.map(date => stepOf(outcome, shown, column, date)) : [],
      groups: groupsOf(shown, appraisees, leads).map(([lead, members]) =>
        groupOf(column, appraisees, lead, members, isLate, nameOf),
      ),
    }
  })
}

/** Groups units by lead unit, which is among its members; units without one come together at the end. */
function groupsOf(
  shown: readonly number[],
  appraisees: readonly Appraisee[],
  leads: ReadonlySet<string | undefined>,
): readonly (readonly [lead: string | undefined, members: readonly number[]])[] {
  const groups = new Map<string | undefined, number[]>()
  for (const at of shown) {
    const { unit, leadUnit } = appraisees[at]!
    const lead = leadUnit ?? (leads.has(unit) ? unit : undefined)
    const group = groups.get(lead)
    if (group) group.push(at)
    else groups.set(lead, [at])
  }
  const direct = groups.get(undefined)
  groups.delete(undefined)
  return [...groups, ...(direct === undefined ? [] : [[undefined, direct] as const])]
}

function groupOf(
  column: ComponentColumn,
  appraisees: readonly Appraisee[],
  lead: string | undefined,
  members: readonly number[],
  isLate: boolean,
  nameOf: (unit: string) => string,
): Progress['groups'][number] {
  const missing = members.filter(at => column.missing[at] !== undefined)
  return {
    leadUnit: lead,
    name: lead === undefined ? '直管单位' : nameOf(lead),
    done: members.length - missing.length,
    total: members.length,
    late: isLate && missing.length > 0,
    missing: missing.slice(0, MOST_NAMED).map(at => {
      const { unit, name } = appraisees[at]!
      return { unit, name, why: missingSentences[column.missing[at]!] }
    }),
    missingTotal: missing.length,
  }
}

/** A dated step of a component that is scored in rounds: a visit in the quarters that it spans. (三（二）2) */
function stepOf(
  { components }: CycleOutcome,
  shown: readonly number[],
  column: ComponentColumn,
  { id, name, from, due, days, state }: DatePart,
): Progress['steps'][number] {
  const [first, last] = [quarterOf(from ?? due), quarterOf(due)]
  const without = shown.filter(at => {
    const { unit, tier } = components.appraisees[at]!
    if (column.component.methods.get(tier)?.kind !== 'rubric') return column.missing[at] !== undefined
    return !factsOf(components.facts, unit).visits.some(
      visit => visit.by !== 'leadUnit' && visit.quarter >= first && visit.quarter <= last,
    )
  })
  const late = state === 'past' ? without : []
  return {
    id,
    name,
    due,
    days,
    done: shown.length - without.length,
    total: shown.length,
    late: late.length,
    lateUnits: late
      .slice(0, MOST_NAMED)
      .map(at => ({ unit: components.appraisees[at]!.unit, name: components.appraisees[at]!.name })),
  }
}
