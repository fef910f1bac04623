import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { rulingTopics } from '../../../domain/scheme/topics.ts'
import type { LoadedMeeting } from './loadMeeting.ts'
import { methodOf } from './plan/meetingKinds.ts'

/** The ballot form of a meeting: the one kept when the first slip or sheet was issued, until then as scheme and agenda are now. Who was taken off the agenda is not on it. */
export function ballotFormOf(loaded: LoadedMeeting, scheme: Scheme): BallotForm {
  const kept = keptFormOf(loaded)
  if (kept !== undefined) return kept
  const { stored, speakers } = loaded
  const method = methodOf(scheme, stored)!
  const rulings = indexRulings(scheme)
  const scale = rulings.answer('ballotScale', stored.component)
  const { least, small } =
    rulings.find('smallClasses', stored.component)?.answer ?? rulingTopics.smallClasses!.usual!
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
    smallClass: { least, how: small },
  }
}

/** The ballot form that was kept when the first slip or sheet was issued, without who was taken off the agenda since. */
export function keptFormOf({ stored: { form }, speakers }: LoadedMeeting): BallotForm | undefined {
  if (form === null) return undefined
  const off = new Set(speakers.filter(line => line.removedWhy !== null).map(line => line.unit))
  return { ...form, lines: form.lines.filter(line => !off.has(line.unit)) }
}
