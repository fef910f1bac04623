import type { ComponentScores } from '../scoreComponents.ts'
import type { Composites } from '../composite/composeScores.ts'
import type { History, PastEntry } from '../../year/history/history.ts'
import type { AnnualGradeResult, Consequence, ConversionResult, GradeResult, Standing } from '../outcome.ts'
import type { AnnualGradeProposal } from '../../year/facts/facts.ts'
import type { Grades } from '../grade/gradeOverall.ts'
import { by, ratio, whole } from '../../kernel/fraction.ts'
import { roundPoints } from '../../kernel/rounding.ts'
import { bandInRanking, type Ranking } from '../ranking/rankAppraisees.ts'
import type { Appraisee } from '../../year/roster/appointAppraisees.ts'
import type { Roster } from '../../year/roster/roster.ts'
import type { ConsequenceRule } from '../../scheme/consequenceRule.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'

/** Consequences (结果运用): consequences, conversions and annual grades, one entry for each appraisee. (五（三）（四）) */
export interface Consequences {
  readonly consequences: readonly (readonly Consequence[])[]
  readonly conversions: readonly (readonly ConversionResult[])[]
  readonly annualGrades: readonly (AnnualGradeResult | undefined)[]
  /** Rules over several years that could not be decided because history lacks a year: appraisee place and year. */
  readonly unknownYears: readonly { readonly at: number; readonly cycle: number }[]
  /** Years whose bands could not be scaled, since history does not say how many were ranked (R11): appraisee place and year. */
  readonly unscaledYears: readonly { readonly at: number; readonly cycle: number }[]
}

/** Applies the consequences (结果运用): those of this year and over several years, conversions into other appraisals, and which proposed annual grades are valid. (五（三）（四）, R11, R13, R16) */
export function applyConsequences(
  scores: ComponentScores,
  composites: Composites,
  ranking: Ranking,
  grades: Grades,
  roster: Roster,
  history: History,
  proposals: readonly AnnualGradeProposal[],
): Consequences {
  const { scheme, rulings } = scores.prepared
  const past = indexHistory(history)
  const proposed = new Map(proposals.toReversed().map(proposal => [proposal.unit, proposal]))
  const lineage = new Map(roster.units.map(unit => [unit.id, [unit.id, ...(unit.succeeds ?? [])]]))
  const follows = rulings.find('streakFollows')?.answer ?? 'person'
  const told = scores.appraisees.map((appraisee, at) => {
    const standing = ranking.standings[at]
    const [unknown, unscaled] = [new Set<number>(), new Set<number>()]
    const met = scheme.consequences
      .filter(rule =>
        meetsNow(rule, standing, grades.grades[at], rulings.answer('smallCohort'), rulings.answer('ties')),
      )
      .flatMap(rule => {
        const family = lineage.get(appraisee.unit) ?? [appraisee.unit]
        const streak = streakOf(
          rule,
          appraisee,
          family,
          past,
          scheme.cycle,
          follows,
          rulings.answer('smallCohort'),
        )
        for (const year of streak.unscaled) unscaled.add(year)
        if (streak.unknown !== undefined && mayChange(rule, streak.years.length)) unknown.add(streak.unknown)
        return holdsYears(rule, streak.years.length) ? [consequenceOf(rule, streak.years)] : []
      })
    const placed = (years: ReadonlySet<number>) => [...years].map(cycle => ({ at, cycle }))
    return { met, unknown: placed(unknown), unscaled: placed(unscaled) }
  })
  return {
    consequences: told.map(one => one.met),
    conversions: scores.appraisees.map((_, at) => convert(scores, composites.points[at]!)),
    annualGrades: scores.appraisees.map(({ unit }, at) =>
      annualGrade(scores, grades.grades[at], proposed.get(unit)),
    ),
    unknownYears: told.flatMap(one => one.unknown),
    unscaledYears: told.flatMap(one => one.unscaled),
  }
}

/** Entries of each year by unit and by person, indexed since every appraisee may ask. */
type PastIndex = ReadonlyMap<number, ReadonlyMap<string, readonly PastEntry[]>>

function indexHistory(history: History): PastIndex {
  return new Map(
    history.years.map(({ cycle, entries }) => {
      const found = new Map<string, PastEntry[]>()
      for (const entry of entries) {
        for (const key of [unitKey(entry.unit), personKey(entry.person)]) {
          const list = found.get(key)
          if (list) list.push(entry)
          else found.set(key, [entry])
        }
      }
      return [cycle, found]
    }),
  )
}

function unitKey(unit: string): string {
  return `unit ${unit}`
}

function personKey(person: string): string {
  return `person ${person}`
}

/** Checks whether an appraisee meets the condition of a consequence (适用条件) this year: grade, or place in the unit's own ranking. A tie across an edge that the committee has to decide meets none. (R9, R11) */
export function meetsNow(
  { when }: ConsequenceRule,
  standing: Omit<Standing, 'ranking' | 'tiedWith'> | undefined,
  grade: GradeResult | undefined,
  smallCohort: RulingAnswers['smallCohort'],
  ties: RulingAnswers['ties'],
): boolean {
  if (when.by === 'grade') return grade !== undefined && when.grades.includes(grade.grade)
  if (standing === undefined || standing.bandsApply !== 'yes') return false
  if (standing.acrossEdge && ties.acrossEdge === 'committee' && !standing.decided) return false
  const { from, to } = bandInRanking(when.from, when.to, standing.of, smallCohort)
  const place = when.by === 'fromBottom' ? standing.fromBottom : standing.place
  return place >= from && place <= to
}

interface Streak {
  readonly years: readonly number[]
  /** The most recent year that history lacks. */
  readonly unknown?: number
  /** Years that were judged by the unscaled band, since history lacks the number ranked. (R11) */
  readonly unscaled: readonly number[]
}

/** Counts consecutive years (连续年度): this cycle and those right before it in which the same subject met the same condition. Where either may be continuous, unit and person are counted apart and the longer applies. (R13) */
function streakOf(
  rule: ConsequenceRule,
  appraisee: Appraisee,
  lineage: readonly string[],
  past: PastIndex,
  cycle: number,
  follows: RulingAnswers['streakFollows'],
  smallCohort: RulingAnswers['smallCohort'],
): Streak {
  if (rule.years === undefined) return { years: [cycle], unscaled: [] }
  const [first, ...others] = sameSubject(rule.on === 'unit' ? 'unit' : follows, appraisee, lineage).map(
    isSame => runOf(rule, isSame, appraisee, lineage, past, cycle, smallCohort),
  )
  return others.reduce((longest, one) => (one.years.length > longest.years.length ? one : longest), first!)
}

/** Counts the years of one subject, which no other may continue. */
function runOf(
  rule: ConsequenceRule,
  isSame: (entry: PastEntry) => boolean,
  appraisee: Appraisee,
  lineage: readonly string[],
  past: PastIndex,
  cycle: number,
  smallCohort: RulingAnswers['smallCohort'],
): Streak {
  const years = [cycle]
  const keys = [
    ...lineage.map(unitKey),
    ...(appraisee.person === undefined ? [] : [personKey(appraisee.person)]),
  ]
  const unscaled: number[] = []
  for (let year = cycle - 1; ; year--) {
    const found = past.get(year)
    if (found === undefined) return { years: years.toReversed(), unscaled, unknown: year }
    const entries = keys.flatMap(key => found.get(key) ?? []).filter(isSame)
    if (
      smallCohort.kind === 'share' &&
      rule.when.by !== 'grade' &&
      entries.some(({ of }) => of === undefined)
    )
      unscaled.push(year)
    if (!entries.some(entry => metThen(rule, entry, smallCohort)))
      return { years: years.toReversed(), unscaled }
    years.push(year)
  }
}

/** Returns who may continue a streak, one test for each subject. */
function sameSubject(
  follows: RulingAnswers['streakFollows'],
  { person }: Appraisee,
  lineage: readonly string[],
): readonly ((entry: PastEntry) => boolean)[] {
  const sameUnit = (entry: PastEntry) => lineage.includes(entry.unit)
  const samePerson = (entry: PastEntry) => person !== undefined && entry.person === person
  if (follows === 'either') return [sameUnit, samePerson]
  return [follows === 'unit' ? sameUnit : entry => sameUnit(entry) && samePerson(entry)]
}

/** Checks whether an entry of an earlier year met the condition of a consequence (适用条件). (R11) */
export function metThen(
  { when }: ConsequenceRule,
  entry: PastEntry,
  smallCohort: RulingAnswers['smallCohort'],
): boolean {
  if (when.by === 'grade') return when.grades.includes(entry.grade)
  const { from, to } =
    entry.of === undefined ? when : bandInRanking(when.from, when.to, entry.of, smallCohort)
  const place = when.by === 'fromBottom' ? entry.fromBottom : entry.place
  return place >= from && place <= to
}

function holdsYears({ years }: ConsequenceRule, streak: number): boolean {
  return years === undefined || (streak >= years.from && (years.to === undefined || streak <= years.to))
}

/** Tells whether one more year before those known could trigger or end the consequence. */
function mayChange(rule: ConsequenceRule, streak: number): boolean {
  return (
    holdsYears(rule, streak + 1) !== holdsYears(rule, streak) ||
    (rule.years !== undefined && streak < rule.years.from)
  )
}

function consequenceOf(
  { id, name, citation, effect }: ConsequenceRule,
  years: readonly number[],
): Consequence {
  const core = { rule: id, name, citation, years }
  return effect.kind === 'performanceDeduction'
    ? { ...core, deduction: effect.points }
    : { ...core, measure: effect.measure, nextYear: effect.nextYear }
}

function convert({ prepared }: ComponentScores, composite: number): readonly ConversionResult[] {
  const answer = prepared.rulings.find('performanceConversion')?.answer
  if (answer === undefined || Number.isNaN(composite)) return []
  const points = roundPoints(
    by(whole(composite), ratio(answer.percent, 100_000)),
    prepared.rulings.answer('rounding'),
  )
  return prepared.scheme.conversions.map(target => ({ target: target.id, points }))
}

function annualGrade(
  { prepared }: ComponentScores,
  grade: GradeResult | undefined,
  proposal: AnnualGradeProposal | undefined,
): AnnualGradeResult | undefined {
  const rule = prepared.scheme.annualGradeRules.find(one => one.annualGrade === proposal?.annualGrade)
  if (proposal === undefined || rule === undefined) return undefined
  return {
    annualGrade: proposal.annualGrade,
    allowed: grade !== undefined && rule.needs.includes(grade.grade),
    citation: rule.citation,
  }
}
