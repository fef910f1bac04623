import type { BallotForm, SmallClassRule } from '../../../domain/campaign/ballot/ballotForm.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { LoadedMeeting } from './loadMeeting.ts'
import { methodOf } from './plan/meetingKinds.ts'

/** Small classes where the scheme has no ruling on them: fewer than five sheets are never shown by themselves. */
const SMALL: SmallClassRule = { least: 5, how: 'merge' }

/** The ballot form of a meeting: the one kept when the first slip or sheet was issued, until then as scheme and agenda are now. Who was taken off the agenda is not on it. */
export function ballotFormOf(loaded: LoadedMeeting, scheme: Scheme): BallotForm {
  const kept = keptFormOf(loaded)
  if (kept !== undefined) return kept
  const { stored, speakers } = loaded
  const method = methodOf(scheme, stored)!
  const scale = indexRulings(scheme).answer('ballotScale', stored.component)
  return {
    meeting: stored.id,
    session: stored.name,
    component: stored.component,
    marks: method.marks,
    full: method.full,
    grades: method.grades,
    classes: method.classes,
    lines: speakers
      .filter(line => line.removedWhy === null)
      .map(({ unit, unitName, secretary }) => ({ unit, unitName, secretary })),
    voids: scale.voids,
    gradePoints: scale.gradePoints,
    smallClass: SMALL,
  }
}

/** The ballot form that was kept when the first slip or sheet was issued, without who was taken off the agenda since. */
export function keptFormOf({ stored: { form }, speakers }: LoadedMeeting): BallotForm | undefined {
  if (form === null) return undefined
  const off = new Set(speakers.filter(line => line.removedWhy !== null).map(line => line.unit))
  return { ...form, lines: form.lines.filter(line => !off.has(line.unit)) }
}
