import type { BallotForm, SmallClassRule } from '../../../domain/campaign/ballot/ballotForm.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { LoadedMeeting } from './loadMeeting.ts'
import { methodOf } from './plan/meetingKinds.ts'

/** Small classes where the scheme has no ruling on them: fewer than five sheets are never shown by themselves. */
const SMALL: SmallClassRule = { least: 5, how: 'merge' }

/** The ballot form of a meeting: the one kept when the first slip or sheet was issued, until then as scheme and agenda are now. Who was taken off the agenda is not on it. */
export function ballotFormOf({ stored, speakers }: LoadedMeeting, scheme: Scheme): BallotForm {
  const off = new Set(speakers.filter(line => line.removedWhy !== null).map(line => line.unit))
  const kept = stored.form
  if (kept !== null) return { ...kept, lines: kept.lines.filter(line => !off.has(line.unit)) }
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
      .filter(line => !off.has(line.unit))
      .map(({ unit, unitName, secretary }) => ({ unit, unitName, secretary })),
    voids: scale.voids,
    gradePoints: scale.gradePoints,
    smallClass: SMALL,
  }
}
