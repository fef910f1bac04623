import type { BallotForm } from '../../../domain/campaign/ballot/ballotForm.ts'
import { debriefBallotOf } from '../../../domain/campaign/dualDebrief/debriefBallot.ts'
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
  const rulings = indexRulings(scheme)
  // Small classes of a dual debrief are treated as those of the meetings whose ballots are scored.
  const component = stored.dual === null ? stored.component : scheme.meetings?.[0]?.component
  const { least, small } =
    rulings.find('smallClasses', component)?.answer ?? rulingTopics.smallClasses!.usual!
  return {
    meeting: stored.id,
    session: stored.name,
    component: stored.component,
    ...ballotOf(scheme, stored),
    lines: speakers
      .filter(line => line.removedWhy === null)
      .map(({ unit, unitName, secretary }) => ({ unit, unitName, secretary })),
    smallClass: { least, how: small },
  }
}

/** How the ballots of a meeting are marked: as the scheme says of its component, or as a dual debrief is reviewed. */
function ballotOf(
  scheme: Scheme,
  { dual, component }: LoadedMeeting['stored'],
): ReturnType<typeof debriefBallotOf> {
  if (dual !== null) return debriefBallotOf(dual.side)
  const { marks, full, grades, classes } = methodOf(scheme, { component })!
  const { voids, gradePoints } = indexRulings(scheme).answer('ballotScale', component)
  return { marks, full, grades, classes, voids, gradePoints }
}

/** The ballot form that was kept when the first slip or sheet was issued, without who was taken off the agenda since. */
export function keptFormOf({ stored: { form }, speakers }: LoadedMeeting): BallotForm | undefined {
  if (form === null) return undefined
  const off = new Set(speakers.filter(line => line.removedWhy !== null).map(line => line.unit))
  return { ...form, lines: form.lines.filter(line => !off.has(line.unit)) }
}
