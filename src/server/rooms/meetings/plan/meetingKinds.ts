import type { BallotsMethod } from '../../../../domain/scheme/component.ts'
import type { DebriefMeetings } from '../../../../domain/scheme/debriefMeetings.ts'
import { type DatedDeadline, listDeadlines } from '../../../../domain/scheme/listDeadlines.ts'
import { indexRulings } from '../../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { type Appraisee, appointAppraisees } from '../../../../domain/year/roster/appointAppraisees.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { YearContext } from '../../../year/loadYear.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'

/** A meeting that the scheme asks for: its kind, its lead unit if it has one, and the secretaries who debrief. */
export interface AskedMeeting {
  readonly kind: DebriefMeetings
  readonly lead?: string
  readonly name: string
  readonly appraisees: readonly Appraisee[]
  readonly method: BallotsMethod
  readonly deadline?: DatedDeadline
}

/** Lists the meetings that the scheme asks for in a year: one of the committee, one for each lead unit with members. (三（二）4) */
export function listAsked({ scheme, roster, units }: YearContext): readonly AskedMeeting[] {
  const midYear = indexRulings(scheme).find('midYearChange')?.answer ?? {
    answers: 'holderOnDay' as const,
    day: '12-31',
  }
  const all = appointAppraisees(scheme, roster, midYear)
  const byName = new Intl.Collator('zh')
  const deadlines = listDeadlines(scheme)
  return (scheme.meetings ?? []).flatMap(kind => {
    const method = methodOf(scheme, kind)
    if (method === undefined) return []
    const appraisees = all.filter(one => kind.tiers?.includes(one.tier) ?? true)
    const deadline = deadlines.find(one => one.id === kind.deadline)
    const base = { kind, method, deadline }
    if (kind.convenor === 'committee') return [{ ...base, name: kind.name, appraisees }]
    return [...Map.groupBy(appraisees, one => one.leadUnit ?? '')]
      .filter(([lead]) => lead !== '')
      .map(([lead, members]) => {
        const leadName = units.get(lead)?.name ?? lead
        const others = members.filter(one => one.unit !== lead)
        return { ...base, lead, name: `${leadName}${kind.name}`, appraisees: others, leadName }
      })
      .filter(one => one.appraisees.length > 0)
      .toSorted((one, other) => byName.compare(one.leadName, other.leadName))
  })
}

/** Whether all who would debrief at a meeting have a score already, for instance from imported sheets; nobody has before there is a roster. */
export function isScored(
  { kind, appraisees }: AskedMeeting,
  { outcome, places }: Pick<ScoredYear, 'outcome' | 'places'>,
): boolean {
  const column = outcome?.components.columns.find(one => one.component.component.id === kind.component)
  return (
    column !== undefined &&
    appraisees.length > 0 &&
    appraisees.every(({ unit }) => places.has(unit) && column.missing[places.get(unit)!] === undefined)
  )
}

/** Finds one meeting that the scheme asks for. `noMeetings`, `noSuchMeetingKind`, `meetingLeadMissing`, `nobodyDebriefs`. */
export function findAsked(
  found: YearContext,
  kind: string,
  lead: string | undefined,
): AskedMeeting | Refusal {
  const kinds = found.scheme.meetings ?? []
  if (kinds.length === 0) return refuse('noMeetings', {})
  const known = kinds.find(one => one.id === kind)
  if (known === undefined)
    return refuse('noSuchMeetingKind', { known: kinds.map(one => one.name).join('、') })
  if (known.convenor === 'leadUnit' && lead === undefined) return refuse('meetingLeadMissing', {})
  const asked = listAsked(found).find(
    one => one.kind.id === kind && one.lead === (known.convenor === 'leadUnit' ? lead : undefined),
  )
  return asked === undefined || asked.appraisees.length === 0
    ? refuse('nobodyDebriefs', { name: known.name })
    : asked
}

/** The ballots method of a component. */
export function methodOf(
  scheme: Scheme,
  { component }: Pick<DebriefMeetings, 'component'>,
): BallotsMethod | undefined {
  return scheme.components
    .find(one => one.id === component)
    ?.methods.find((method): method is BallotsMethod => method.kind === 'ballots')
}
