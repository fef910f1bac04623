import type { Finding, LedgerCount } from '../src/domain/year/facts/facts.ts'
import type { UnitFacts } from '../src/domain/year/facts/unitFacts.ts'

/** What was found about one unit over the year: how many of each rule, by the rule's name; an amount in points for the one rule that has none of its own. */
export type Counts = Readonly<Record<string, number>>

/** A unit as the oracle sees it: points of the 23 rows in the annex's order, and the total of the inspection. */
export interface OracleScore {
  readonly rows: readonly number[]
  readonly total: number
}

/**
 * The annex of 2018, row by row, typed in from the notice and not from rubric.yaml, without a line of the engine: a second reader to check
 * the engine and its peers against. Points are decimals; every figure of the annex is a multiple of a half, so sums of them are exact.
 */
const ROWS: readonly ((n: Counted) => number)[] = [
  // 一
  n => down(4, n('boardMeetings') + any(n('noPlan')) + any(n('noSummary'))),
  n =>
    down(6, 2 * any(n('noFiveStandardsPlan')) + n('irregularStandards') + 2 * any(n('noLiaisonPoint'))) +
    5 * any(n('demonstrationSite')),
  n => down(3, 2 * any(n('unsolvedProblem'))),
  n => down(5, n('boardMemberNotGuiding') + n('secretaryNotDebriefed')),
  // 二
  n => down(6, 3 * n('upholdingLapse')),
  n =>
    down(
      5,
      n('formalistic') +
        2 * n('notCarriedOut') +
        3 * any(n('weakPoliticalWork')) +
        any(n('noIdeologyPlan')) +
        n('publicOpinion'),
    ),
  n => down(5, n('themeEducationMissed')),
  // 三
  n => down(5, 2 * n('subjectNotStudied')),
  n => down(5, 2 * any(n('noContest')) + n('testMissed') + 2 * any(n('noAnniversary'))),
  n => down(5, n('studyAndResearch') + n('creditsShort')),
  // 四
  n => down(5, any(n('noThemedDayPlan')) + n('themedDays') + 2 * any(n('noPioneerActivity'))),
  n => down(5, 2 * any(n('noOnePlusOnePlan')) + n('onePlusOneShort')),
  n => down(3, 2 * any(n('noServicePlan')) + n('serviceShort')),
  n =>
    down(
      5,
      n('irregularDailyWork') +
        n('absent') +
        n('deputy') / 2 +
        n('lateReturn') +
        n('missingReturn') +
        n('wrongReturn'),
    ),
  // 五
  n =>
    down(5, any(n('dutiesNotFulfilled')) + any(n('noIntegrityEducation')) + 2 * any(n('noIntegrityLecture'))),
  n => down(5, n('fourWinds')),
  n => down(5, 2 * any(n('noRiskReview')) + 2 * n('violation')),
  // 六
  n => down(3, n('structureGap')),
  n => down(3, any(n('understaffed')) + n('movedWithoutApproval')),
  // 七
  n => down(3, 2 * any(n('notBudgeted')) + any(n('fundsBelowStandard'))),
  n => down(3, n('inaccurateData') + n('uploads')),
  n => down(3, 2 * any(n('noVenue')) + any(n('poorFacilities'))),
  // 八
  n => down(3, any(n('noRemedyList')) + any(n('remedyNotDone'))),
]

interface Duty {
  readonly counter: string
  readonly times: number
  /** in how many periods of the year it is due. */
  readonly periods: number
}

/** What the year must hold, by the rule that a shortfall falls under: 附件 一.1, 三.3, 四.1, 四.2, 四.3, 七.2. */
const DUTIES: Readonly<Record<string, readonly Duty[]>> = {
  boardMeetings: [{ counter: 'boardMeeting', times: 4, periods: 1 }],
  studyAndResearch: [
    { counter: 'studyGroupSession', times: 1, periods: 4 },
    { counter: 'fridayStudy', times: 2, periods: 12 },
    { counter: 'fieldResearch', times: 5, periods: 1 },
  ],
  themedDays: [{ counter: 'themedPartyDay', times: 1, periods: 12 }],
  onePlusOneShort: [{ counter: 'onePlusOne', times: 5, periods: 1 }],
  serviceShort: [{ counter: 'communityService', times: 4, periods: 1 }],
  uploads: [{ counter: 'monthlyUpload', times: 1, periods: 12 }],
}

/** What the ledger counts as faults, with the name of the rule that it falls under: 附件 四.4, 一.4, 八.1. */
const FAULTS = [
  ...['absent', 'deputy', 'lateReturn', 'missingReturn', 'wrongReturn'].map(name => [name, name] as const),
  ['undebriefed', 'secretaryNotDebriefed'],
  ['unplannedProblem', 'noRemedyList'],
  ['openProblem', 'remedyNotDone'],
] as const

/** Scores the annex from the counts: rows stop at zero (R2), the bonus may lift a row but not the total above 100 (R3). */
export function oracleScore(counts: Counts): OracleScore {
  const rows = ROWS.map(row => row(name => counts[name] ?? 0))
  let total = 0
  for (const points of rows) total += points
  return { rows, total: Math.min(100, total) }
}

/**
 * Counts a year's facts: what the committee's inspectors found adds up over the quarters (R1); the ledger adds what it knows beyond that,
 * so that the larger of the two counts; a lead unit's own inspections only inform (R22). Amounts come in thousandths and leave as points.
 */
export function oracleCounts({ findings, ledger }: Pick<UnitFacts, 'findings' | 'ledger'>): Counts {
  const counts: Record<string, number> = {}
  const found = findings.filter(finding => finding.by !== 'leadUnit')
  for (const finding of found) add(counts, finding.rule, numberIn(finding))
  for (const [rule, duties] of Object.entries(DUTIES)) {
    let lacking = 0
    for (const { counter, times, periods } of duties) {
      const entries = ledger.get(counter)
      if (entries === undefined) continue
      // With one counter all findings speak of it; with several those that name it do.
      const named = found.filter(
        finding => finding.rule === rule && (duties.length === 1 || finding.counter === counter),
      )
      lacking += Math.max(0, shortBy(entries, times, periods) - numberOf(named))
    }
    const unnamed = found.filter(
      finding => finding.rule === rule && duties.length > 1 && finding.counter === undefined,
    )
    add(counts, rule, Math.max(0, lacking - numberOf(unnamed)))
  }
  for (const [counter, fault] of FAULTS) {
    const entries = ledger.get(counter)
    if (entries === undefined) continue
    let kept = 0
    for (const entry of entries) kept += entry.count
    add(counts, fault, Math.max(0, kept - numberOf(found.filter(finding => finding.rule === fault))))
  }
  return counts
}

type Counted = (rule: string) => number

function any(count: number): number {
  return count > 0 ? 1 : 0
}

function down(from: number, by: number): number {
  return by > from ? 0 : from - by
}

function add(counts: Record<string, number>, rule: string, more: number): void {
  counts[rule] = (counts[rule] ?? 0) + more
}

function numberIn({ rule, amount, persons, occasions, count }: Finding): number {
  if (rule === 'publicOpinion') return (count * (amount ?? 0)) / 1000
  return persons === undefined ? count : persons * (occasions ?? 1)
}

function numberOf(findings: readonly Finding[]): number {
  let number = 0
  for (const finding of findings) number += numberIn(finding)
  return number
}

/** One period's surplus does not make good another's lack. A count of a quarter or of the year covers what lacks within it, no more. */
function shortBy(entries: readonly LedgerCount[], times: number, periods: number): number {
  const [months, quarters] = [new Map<string, number>(), new Map<string, number>()]
  let wholeYear = 0
  for (const { period, count } of entries) {
    const like = periodsLike(period)
    if (like === 1 && periods > 1) wholeYear += count
    else if (like === 4 && periods > 4)
      quarters.set(period.slice(6), (quarters.get(period.slice(6)) ?? 0) + count)
    else {
      const name = periods === 12 ? period.slice(5) : periods === 4 ? quarterIn(period) : 'year'
      months.set(name, (months.get(name) ?? 0) + count)
    }
  }
  const parts = periods === 12 ? ['1', '2', '3', '4'] : ['']
  let short = 0
  for (const part of parts) {
    let lacking = (periods / parts.length) * times
    for (const [name, count] of months)
      if (part === '' || String(Math.ceil(Number(name) / 3)) === part) lacking -= Math.min(times, count)
    short += Math.max(0, lacking - (quarters.get(part) ?? 0))
  }
  return Math.max(0, short - wholeYear)
}

/** How many periods like this one a year has. */
function periodsLike(period: string): number {
  return period.length === 4 ? 1 : period.includes('Q') ? 4 : 12
}

function quarterIn(period: string): string {
  return period.includes('Q') ? period.slice(6) : String(Math.ceil(Number(period.slice(5)) / 3))
}
