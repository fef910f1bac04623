import type { DebriefMeetings } from '../debriefMeetings.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'
import { checkAmong, type KnownIds, placed } from './reference.ts'

/** Checks debrief meetings (述职测评会议): known component, tiers and deadline, a component scored by ballots, and each tier heard once. (三（二）4) */
export function* checkMeetings(scheme: Scheme): Generator<Found> {
  const meetings = scheme.meetings ?? []
  for (const [at, { name, citation, component, tiers, deadline }] of meetings.entries()) {
    const path = ['meetings', at]
    yield* checkAmong(idsOf(scheme, 'component', 'components'), [[component, [...path, 'component']]])
    yield* checkAmong(idsOf(scheme, 'tier', 'tiers'), placed(tiers, [...path, 'tiers']))
    yield* checkAmong(idsOf(scheme, 'deadline', 'timetable'), [[deadline, [...path, 'deadline']]])
    const known = scheme.components.find(({ id }) => id === component)
    if (known === undefined || known.methods.some(({ kind }) => kind === 'ballots')) continue
    const reads = [
      [...path, 'component'],
      ['components', '*', 'methods', '*', 'kind'],
    ]
    const values = { meeting: name, component: known.name }
    yield found('meetingNotByBallots', [...path, 'component'], values, { citation, reads })
  }
  for (const [at, one] of meetings.entries()) {
    const other = meetings.slice(0, at).find(before => hearsWith(scheme, one, before) !== undefined)
    if (other === undefined) continue
    const values = { one: other.name, other: one.name, tier: hearsWith(scheme, one, other)! }
    yield found('secretaryMeetsTwice', ['meetings', at, 'tiers'], values, {
      reads: [['meetings'], ['tiers']],
    })
  }
}

/** Returns the name of a tier that two meetings for one component both hear. */
function hearsWith({ tiers }: Scheme, one: DebriefMeetings, other: DebriefMeetings): string | undefined {
  if (one.component !== other.component) return undefined
  return tiers.find(({ id }) => [one, other].every(each => each.tiers?.includes(id) ?? true))?.name
}

function idsOf(scheme: Scheme, kind: IdKind, list: 'components' | 'tiers' | 'timetable'): KnownIds {
  return { kind, known: scheme[list].map(({ id }) => id), knownAt: [[list, '*', 'id']] }
}
