import { by, over, whole } from '../../kernel/fraction.ts'
import { type Points, points } from '../../kernel/points.ts'
import { roundPoints } from '../../kernel/rounding.ts'
import type { BallotsMethod, Component } from '../../scheme/component.ts'
import { indexRulings } from '../../scheme/rulings.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { addCounts } from '../../score/debrief/addCounts.ts'
import { scoreBallots } from '../../score/debrief/scoreBallots.ts'
import { isMissing } from '../../score/missing.ts'
import type { BallotCount } from '../../year/facts/facts.ts'

/** The score of a secretary at a meeting (会议得分): on a full mark of 100, and converted to the component's share of the composite. */
interface MeetingScore {
  readonly unit: string
  readonly ofHundred: Points
  readonly converted: Points
}

/** Returns the component's share of the composite (折算满分): 20 points for 20 % of 100. */
export function shareOf({ weight }: Component, { base }: Pick<Scheme, 'base'>): Points {
  return Math.round((weight * base) / points(100)) as Points
}

/** Scores the counts of a meeting (会议得分) as the year will: R8, each figure rounded once. A unit without a valid mark has no score. (四（四）, R8, R20) */
export function scoreMeeting(
  scheme: Scheme,
  component: Component,
  method: BallotsMethod,
  counts: readonly BallotCount[],
): readonly MeetingScore[] {
  const rulings = indexRulings(scheme)
  const [scale, rounding] = [rulings.answer('ballotScale', component.id), rulings.answer('rounding')]
  return [...addCounts(new Map(), counts, scale)].flatMap(([unit, votes]) => {
    const scored = scoreBallots(votes, method, scale, component.base, [])
    if (isMissing(scored)) return []
    const scaled = (full: number) =>
      roundPoints(over(by(scored.exact, whole(full)), whole(component.base)), rounding)
    return [{ unit, ofHundred: scaled(points(100)), converted: scaled(shareOf(component, scheme)) }]
  })
}
