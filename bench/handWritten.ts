import { type BenchUnit } from './benchUnits.ts'
import type { Contender } from './contender.ts'
import { oracleCounts } from './oracle.ts'

/** The limit: a function written by hand for this one annex, on the same facts as the engine. It knows no scheme, explains nothing and checks nothing. */
export const handWritten: Contender = {
  id: 'limit',
  from: 'limit',
  manner: 'a function written by hand for this annex',
  open: (_terms, units) => {
    const points = new Float64Array(units.length)
    return () => {
      for (let at = 0; at < units.length; at++) points[at] = scoreByHand(units[at]!)
      return points
    }
  },
}

const NAMES = [
  ['boardMeetings', 'noPlan', 'noSummary', 'noFiveStandardsPlan', 'irregularStandards', 'noLiaisonPoint'],
  ['demonstrationSite', 'unsolvedProblem', 'boardMemberNotGuiding', 'secretaryNotDebriefed'],
  ['upholdingLapse', 'formalistic', 'notCarriedOut', 'weakPoliticalWork', 'noIdeologyPlan', 'publicOpinion'],
  ['themeEducationMissed', 'subjectNotStudied', 'noContest', 'testMissed', 'noAnniversary'],
  ['studyAndResearch', 'creditsShort', 'noThemedDayPlan', 'themedDays', 'noPioneerActivity'],
  ['noOnePlusOnePlan', 'onePlusOneShort', 'noServicePlan', 'serviceShort', 'irregularDailyWork'],
  ['absent', 'deputy', 'lateReturn', 'missingReturn', 'wrongReturn', 'dutiesNotFulfilled'],
  ['noIntegrityEducation', 'noIntegrityLecture', 'fourWinds', 'noRiskReview', 'violation', 'structureGap'],
  ['understaffed', 'movedWithoutApproval', 'notBudgeted', 'fundsBelowStandard', 'inaccurateData', 'uploads'],
  ['noVenue', 'poorFacilities', 'noRemedyList', 'remedyNotDone'],
].flat()

const PLACES = new Map(NAMES.map((name, at) => [name, at]))
const PUBLIC_OPINION = PLACES.get('publicOpinion')!
const counts = new Float64Array(NAMES.length)

/** Scores one unit, in thousandths of a point. */
function scoreByHand({ facts }: BenchUnit): number {
  const c = counts
  c.fill(0)
  const { findings, ledger } = facts
  for (let at = 0; at < findings.length; at++) {
    const one = findings[at]!
    if (one.by === 'leadUnit') continue
    const place = PLACES.get(one.rule)!
    if (place === PUBLIC_OPINION) c[place]! += (one.count * (one.amount ?? 0)) / 1000
    else c[place]! += one.persons === undefined ? one.count : one.persons * (one.occasions ?? 1)
  }
  if (ledger.size > 0) addLedgerByHand(facts)
  const total =
    down(4, c[0]! + any(1) + any(2)) +
    down(6, 2 * any(3) + c[4]! + 2 * any(5)) +
    5 * any(6) +
    down(3, 2 * any(7)) +
    down(5, c[8]! + c[9]!) +
    down(6, 3 * c[10]!) +
    down(5, c[11]! + 2 * c[12]! + 3 * any(13) + any(14) + c[15]!) +
    down(5, c[16]!) +
    down(5, 2 * c[17]!) +
    down(5, 2 * any(18) + c[19]! + 2 * any(20)) +
    down(5, c[21]! + c[22]!) +
    down(5, any(23) + c[24]! + 2 * any(25)) +
    down(5, 2 * any(26) + c[27]!) +
    down(3, 2 * any(28) + c[29]!) +
    down(5, c[30]! + c[31]! + c[32]! / 2 + c[33]! + c[34]! + c[35]!) +
    down(5, any(36) + any(37) + 2 * any(38)) +
    down(5, c[39]!) +
    down(5, 2 * any(40) + 2 * c[41]!) +
    down(3, c[42]!) +
    down(3, any(43) + c[44]!) +
    down(3, 2 * any(45) + any(46)) +
    down(3, c[47]! + c[48]!) +
    down(3, 2 * any(49) + any(50)) +
    down(3, any(51) + any(52))
  return Math.min(100, total) * 1000
}

/** Findings and ledger describe the same matter: the larger count holds. Duties, which these units have as findings, go the long way. */
function addLedgerByHand(facts: BenchUnit['facts']): void {
  for (const [counter, entries] of facts.ledger) {
    const place = PLACES.get(counter)
    if (place === undefined) {
      for (const [name, count] of Object.entries(oracleCounts(facts))) counts[PLACES.get(name)!] = count
      return
    }
    let kept = 0
    for (const entry of entries) kept += entry.count
    counts[place] = Math.max(counts[place]!, kept)
  }
}

function any(at: number): number {
  return counts[at]! > 0 ? 1 : 0
}

function down(from: number, by: number): number {
  return by > from ? 0 : from - by
}
