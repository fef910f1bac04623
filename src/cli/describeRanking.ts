import type { CycleOutcome } from '../domain/score/appraiseCycle.ts'
import type { UnitResult } from '../domain/score/outcome.ts'
import { printPoints } from '../domain/kernel/points.ts'
import { listResults } from '../domain/score/listResults.ts'
import { rankingName } from '../domain/score/rectification/listIssues.ts'
import { printTable, type TableColumn } from './printTable.ts'

const TOP = 10
const BOTTOM = 10
const MOST_LISTED = 10

/** Formats the rankings: one table per ranking, with its best and last units and their consequences; then a summary. No trailing line break. */
export function describeRanking(outcome: CycleOutcome): string {
  const results = listResults(outcome)
  const tables = [...outcome.ranking.rankings.keys()].map(id => describeOne(outcome, results, id))
  return [...tables, ...describeUnranked(results), describeSummary(outcome, results)].join('\n\n')
}

function describeOne(outcome: CycleOutcome, results: readonly UnitResult[], ranking: string): string {
  const placed = results.filter(result => result.standing?.ranking === ranking)
  placed.sort((one, other) => one.standing!.place - other.standing!.place)
  const title = `${rankingName(outcome.components, ranking)}：${placed.length} 个考核对象`
  if (placed.length === 0) return title
  const shown =
    placed.length <= TOP + BOTTOM ? placed : [...placed.slice(0, TOP), undefined, ...placed.slice(-BOTTOM)]
  const skipped = placed.length - TOP - BOTTOM
  const rows = shown.map(result =>
    result === undefined ? ['…', `（中间 ${skipped} 个略）`] : rowOf(outcome, result),
  )
  return `${title}\n${printTable(columnsOf(outcome), rows)}`
}

/** Lists the appraised persons without a place, so that nobody is omitted silently. */
function describeUnranked(results: readonly UnitResult[]): readonly string[] {
  const without = results.filter(result => result.standing === undefined)
  if (without.length === 0) return []
  const lines = without.slice(0, MOST_LISTED).map(({ appraisee, composite }) => {
    return `  · ${appraisee.name}：${composite === undefined ? '综合得分暂缺' : `取消排名资格，综合得分${printPoints(composite)}分`}`
  })
  const rest = without.length - MOST_LISTED
  return [
    [`没有名次 ${without.length} 个：`, ...lines, ...(rest > 0 ? [`  · 另有 ${rest} 个`] : [])].join('\n'),
  ]
}

function columnsOf({ scheme }: CycleOutcome): readonly TableColumn[] {
  return [
    { heading: '名次', figures: true },
    { heading: '单位' },
    { heading: '考核对象' },
    ...scheme.components.map(component => ({ heading: component.name, figures: true })),
    { heading: '综合得分', figures: true },
    { heading: '等次' },
    { heading: '备注' },
  ]
}

function rowOf({ scheme }: CycleOutcome, result: UnitResult): readonly string[] {
  const { appraisee, components, standing, composite, grade } = result
  return [
    String(standing?.place ?? ''),
    appraisee.name,
    appraisee.personName ?? '（缺）',
    ...components.map(({ points }) => (points === undefined ? '缺' : printPoints(points))),
    composite === undefined ? '缺' : printPoints(composite),
    grade?.name ?? '',
    remarksOf(scheme.components, result).join('；'),
  ]
}

function remarksOf(
  components: CycleOutcome['scheme']['components'],
  { standing, consequences }: UnitResult,
): readonly string[] {
  const remarks: string[] = []
  if (standing === undefined) return remarks
  if (standing.tiedWith.length > 0)
    remarks.push(standing.acrossEdge && !standing.decided ? '并列，跨档，请研究' : '并列')
  if (standing.brokenBy !== undefined) {
    remarks.push(
      `同分，按${components.find(component => component.id === standing.brokenBy)?.name ?? standing.brokenBy}分先后`,
    )
  }
  return [...remarks, ...consequences.map(consequence => consequence.name)]
}

function describeSummary(outcome: CycleOutcome, results: readonly UnitResult[]): string {
  const { scheme } = outcome
  const bands = scheme.rulings.flatMap(ruling =>
    ruling.topic === 'overallGrades' ? (ruling.answer?.grades ?? []) : [],
  )
  const grades = countBy(
    bands.map(band => band.name),
    results.flatMap(result => (result.grade ? [result.grade.name] : [])),
  )
  const follows = countBy(
    scheme.consequences.map(rule => rule.name),
    results.flatMap(result => result.consequences.map(consequence => consequence.name)),
  )
  const tied = results.filter(result => (result.standing?.tiedWith.length ?? 0) > 0).length
  const assumed = scheme.rulings.filter(
    ruling => ruling.state === 'assumed' && ruling.topic !== 'note',
  ).length
  return [
    `等次：${describeCounts(grades)}`,
    `结果运用：${describeCounts(follows)}`,
    ...(tied > 0 ? [`并列：${tied} 个单位`] : []),
    ...describeAttention(outcome),
    ...(assumed > 0
      ? [`计分用到 ${assumed} 条暂定口径，尚待考核组织者确认（explain 会在起作用处注明）`]
      : []),
  ].join('\n')
}

/** Lists the issues for the organizers of the appraisal, the first few in full. */
function describeAttention({ issues }: CycleOutcome): readonly string[] {
  if (issues.length === 0) return []
  const rest = issues.length - MOST_LISTED
  const lines = issues.slice(0, MOST_LISTED).map(issue => `  · ${issue.text}`)
  return [
    `请处理 ${issues.length} 项：`,
    ...lines,
    ...(rest > 0 ? [`  · 另有 ${rest} 项，见结果工作簿`] : []),
  ]
}

/** Counts names, in the scheme's order. */
function countBy(order: readonly string[], names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(order.map(name => [name, 0]))
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function describeCounts(counts: ReadonlyMap<string, number>): string {
  const told = [...counts].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count} 个`)
  return told.length === 0 ? '无' : told.join('，')
}
