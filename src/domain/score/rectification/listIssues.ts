import { disagreementsIn, type InspectionTerms } from '../inspection/scoreInspection.ts'
import { fillTally } from '../inspection/tally.ts'
import { tallyRow } from '../inspection/rubricPoints.ts'
import { missingSentences } from '../missing.ts'
import { factsOf, type ComponentScores } from '../scoreComponents.ts'
import type { Grades, QuotaTie } from '../grade/gradeOverall.ts'
import type { Consequences } from '../consequence/applyConsequences.ts'
import type { History } from '../../year/history/history.ts'
import type { Issue } from '../outcome.ts'
import { compareCitations } from '../../kernel/citation.ts'
import { NO_POINTS, type Points, printPoints } from '../../kernel/points.ts'
import type { Ranking } from '../ranking/rankAppraisees.ts'

/** Lists the issues of the year (全年问题) that the committee must look at before sealing: missing components and persons, ties across edges, small cohorts, quotas exceeded, missing history, annual grades refused, vetoes. (五（二）) */
export function listIssues(
  scores: ComponentScores,
  ranking: Ranking,
  { quotaTies }: Grades,
  consequences: Consequences,
): readonly Issue[] {
  const [unknown, unscaled] = [
    yearsByUnit(consequences.unknownYears),
    yearsByUnit(consequences.unscaledYears),
  ]
  return [
    ...scores.appraisees.flatMap((_, at) => [
      ...issuesOfUnit(scores, ranking, consequences, [...(unknown.get(at) ?? [])], at),
      ...[...(unscaled.get(at) ?? [])].map(year => unscaledIssue(scores, at, year)),
    ]),
    ...[...ranking.rankings.values()]
      .filter(group => group.bandsApply === 'undecided')
      .map(group => smallCohortIssue(scores, group.id, group.order.length)),
    ...quotaTies.map(tie => quotaTieIssue(scores, tie)),
    ...quotaIssues(scores),
  ]
}

/** Groups years by appraisee. Several rules may lack the same year; it is to be entered once. */
function yearsByUnit(
  years: readonly { readonly at: number; readonly cycle: number }[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const byUnit = new Map<number, Set<number>>()
  for (const { at, cycle } of years) byUnit.set(at, (byUnit.get(at) ?? new Set()).add(cycle))
  return byUnit
}

function unscaledIssue(scores: ComponentScores, at: number, year: number): Issue {
  const { unit, name } = scores.appraisees[at]!
  const citation = scores.prepared.rulings.find('smallCohort')?.citation ?? ''
  const text = `${name}的历年结果没有写${year}年的考核对象数，名次段未能按比例折算，请补上`
  return { kind: 'historyMissing', unit, citation, text }
}

function counterName({ scheme }: ComponentScores['prepared'], counter: string): string {
  return scheme.counters.find(one => one.id === counter)?.name ?? counter
}

/** Rows that lost points last year (上年度失分的行), by unit. (六（一）) */
export type LostLastYear = ReadonlyMap<string, readonly string[]>

/** Lists the rows that lost points last year (上年度失分的行), for all units. (六（一）) */
export function rowsLostLastYear({ prepared }: ComponentScores, history: History): LostLastYear {
  const lastYear = history.years.find(year => year.cycle === prepared.scheme.cycle - 1)
  return new Map(lastYear?.entries.toReversed().map(entry => [entry.unit, entry.rowsLost ?? []]))
}

/** Lists a unit's lost points (一个单位的失分问题清单): rows that lost points, the largest loss first, marked when also lost last year; then disagreements between findings and ledger. (五（二）, 六（一）) */
export function listLostRows(
  scores: ComponentScores,
  at: number,
  lostLastYear: LostLastYear,
): readonly Issue[] {
  const appraisee = scores.appraisees[at]!
  const facts = factsOf(scores.facts, appraisee.unit)
  const lostBefore = new Set(lostLastYear.get(appraisee.unit))
  return scores.columns.flatMap(column => {
    const method = column.component.methods.get(appraisee.tier)
    if (method?.kind !== 'rubric' || column.missing[at] !== undefined) return []
    return [
      ...lostRows(method.terms, facts, appraisee.unit, lostBefore),
      ...disagreements(scores, method.terms, facts, appraisee.unit),
    ]
  })
}

function lostRows(
  { rubric, tally, year }: InspectionTerms,
  facts: ReturnType<typeof factsOf>,
  unit: string,
  lostBefore: ReadonlySet<string>,
): readonly Issue[] {
  fillTally(tally, rubric, facts, year, 'drop')
  const issues = tally.touchedRows.slice(0, tally.rowsTouched).flatMap((own): Issue[] => {
    const { row } = own.row
    const lost = (row.base - tallyRow(rubric, own)) as Points
    if (lost <= NO_POINTS) return []
    const again = lostBefore.has(row.id)
    const text = `${row.title}：失${printPoints(lost)}分${again ? '，上年度也有失分' : ''}`
    return [
      { kind: again ? 'rowLostAgain' : 'rowLost', unit, citation: row.citation, row: row.id, lost, text },
    ]
  })
  return issues.toSorted(
    (one, other) => other.lost! - one.lost! || compareCitations(one.citation, other.citation),
  )
}

function disagreements(
  { prepared }: ComponentScores,
  terms: InspectionTerms,
  facts: ReturnType<typeof factsOf>,
  unit: string,
): readonly Issue[] {
  return disagreementsIn(facts, terms).map(({ rule, counter, found, kept }) => ({
    kind: 'ledgerDisagrees',
    unit,
    citation: rule.row.row.citation,
    row: rule.row.row.id,
    text: `“${rule.rule.text}”核查认定${found}次，台账（${counterName(prepared, counter)}）推算${kept}次，按多的一方计，请核对`,
  }))
}

function issuesOfUnit(
  scores: ComponentScores,
  ranking: Ranking,
  consequences: Consequences,
  unknownYears: readonly number[],
  at: number,
): readonly Issue[] {
  const { unit, name, person, why } = scores.appraisees[at]!
  const { scheme } = scores.prepared
  const facts = factsOf(scores.facts, unit)
  const issues: Issue[] = scores.columns.flatMap(({ component, missing }): Issue[] => {
    const reason = missing[at]
    if (reason === undefined) return []
    const { id, citation } = component.component
    return [
      {
        kind: 'missingComponent',
        unit,
        citation,
        component: id,
        text: `${name}缺“${component.component.name}”：${missingSentences[reason]}`,
      },
    ]
  })
  if (hasUncountedLeadFindings(scores, facts)) {
    const text = `${name}有牵头单位的核查情况，但没有牵头单位的核查场次，这部分没有计分，请补录核查场次`
    const citation = scores.prepared.rulings.find('leadInspections')?.citation ?? ''
    issues.push({ kind: 'leadVisitMissing', unit, citation, text })
  }
  if (person === undefined)
    issues.push({
      kind: 'noAppraisee',
      unit,
      citation: scheme.scope.citation,
      text: `${name}没有考核对象：${why}，请在名册中补录`,
    })
  const standing = ranking.standings[at]
  if (standing?.acrossEdge === true && !standing.decided) {
    const text = `${name}与${standing.tiedWith.length}个单位并列，跨越名次段边界，请考核组织者研究决定`
    issues.push({
      kind: 'tieAcrossEdge',
      unit,
      citation: scores.prepared.rulings.find('ties')?.citation ?? '',
      ranking: standing.ranking,
      text,
    })
  }
  for (const year of unknownYears) {
    issues.push({
      kind: 'historyMissing',
      unit,
      citation: '',
      text: `${name}涉及连续年度的结果运用，但没有${year}年的历年结果，请补录`,
    })
  }
  const annual = consequences.annualGrades[at]
  if (annual?.allowed === false) {
    const rule = scheme.annualGradeRules.find(one => one.annualGrade === annual.annualGrade)
    issues.push({
      kind: 'annualGradeRefused',
      unit,
      citation: annual.citation,
      text: `${name}拟评“${rule?.name ?? annual.annualGrade}”，但综合评价等次达不到要求，不能评定`,
    })
  }
  for (const veto of facts.vetoes) {
    const rule = scheme.vetoes.find(one => one.id === veto.veto)
    issues.push({
      kind: 'vetoed',
      unit,
      citation: rule?.citation ?? '',
      text: `${name}触发否决事项“${rule?.name ?? veto.veto}”：${veto.reason}`,
    })
  }
  return issues
}

/** Tells whether a lead unit has findings without a visit. Its own inspections count by its visits (R22), so these would be left out silently. */
function hasUncountedLeadFindings(
  { prepared }: ComponentScores,
  { findings, visits }: ReturnType<typeof factsOf>,
): boolean {
  if (prepared.rulings.find('leadInspections')?.answer?.use !== 'weighted') return false
  return findings.some(finding => finding.by === 'leadUnit') && !visits.some(visit => visit.by === 'leadUnit')
}

function smallCohortIssue(scores: ComponentScores, ranking: string, of: number): Issue {
  const citation = scores.prepared.rulings.find('smallCohort')?.citation ?? ''
  return {
    kind: 'smallCohort',
    citation,
    ranking,
    text: `排名“${rankingName(scores, ranking)}”只有${of}个考核对象，名次段是否适用请考核组织者决定`,
  }
}

function quotaTieIssue(scores: ComponentScores, { ranking, quota, gradeName, members }: QuotaTie): Issue {
  const names = members.map(at => scores.appraisees[at]!.name)
  const told = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个单位` : names.join('、')
  const bounds =
    quota.kind === 'atMost'
      ? `“${gradeName}”及以上名额的边界，一并不列入`
      : `“${gradeName}”及以下名额的边界，一并列入`
  return {
    kind: 'tieAtQuota',
    citation: quota.citation ?? scores.prepared.rulings.find('overallGrades')?.citation ?? '',
    ranking,
    text: `${told}并列在${bounds}，请考核组织者研究决定`,
  }
}

/** Returns the name of a ranking (排名的名称). */
export function rankingName({ prepared }: ComponentScores, ranking: string): string {
  const { tiers, cohorts } = prepared.scheme
  return ranking === 'all'
    ? '全部考核对象'
    : ([...cohorts, ...tiers].find(one => one.id === ranking)?.name ?? ranking)
}

/** Lists quotas exceeded, counted from the top: a grade and those above it may hold at most their places together, so a lower grade never has too few. */
function quotaIssues(scores: ComponentScores): readonly Issue[] {
  const names = new Map(scores.appraisees.map(({ unit, name }) => [unit, name]))
  return [...scores.quotas].flatMap(([component, groups]) =>
    groups.flatMap(({ id, citation, units, proof, grades, given }) => {
      const name = names.get(id) ?? (id === '' ? '没有牵头单位或类别的单位' : rankingName(scores, id))
      let [allowed, used] = [0, 0]
      return grades.slice(0, -1).flatMap((grade, at): Issue[] => {
        allowed += proof.counts[at]!
        used += given[at]!
        if (used <= allowed) return []
        const text = `${name}所属${units.size}个单位，“${grade.name}”及以上名额${allowed}个，已评${used}个，请调整`
        return [{ kind: 'quotaExceeded', citation, component, text, ...(names.has(id) ? { unit: id } : {}) }]
      })
    }),
  )
}
