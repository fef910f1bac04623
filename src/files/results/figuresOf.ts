import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { IssueFile, UnitResultFile } from '../../contract/results/resultsSchema.ts'
import type { Named, Scheme } from '../../domain/scheme/scheme.ts'

/** Returns all figures and texts of a result, by display name; every field of the result is included, so that nothing is left uncompared. */
export function figuresOf(result: UnitResultFile, scheme: Scheme): ReadonlyMap<string, string> {
  const { components, lists, consequences, conversions, issues, grade, standing, annualGrade, ...plain } =
    result
  const figures = new Map<string, string>()
  put(figures, '', plain, PLAIN)
  for (const { component, rounds, ...rest } of components) {
    const name = `分项“${nameIn(scheme.components, component)}”`
    put(figures, name, rest, COMPONENT)
    for (const { round, by, points, rows } of rounds ?? []) {
      const when = `${name}${by === undefined ? (round === undefined ? '' : printQuarter(round)) : '牵头单位自查'}`
      put(figures, when, { total: points }, { total: '细则合计' })
      for (const [row, value] of Object.entries(rows)) figures.set(`${when}${row}行得分`, String(value))
    }
  }
  for (const [row, value] of Object.entries(lists ?? {})) figures.set(`清单${row}`, String(value))
  if (grade) put(figures, '综合评价等次', grade, GRADE)
  if (standing) put(figures, '', standing, STANDING)
  for (const { rule, ...rest } of consequences) {
    figures.set(`结果运用“${nameIn(scheme.consequences, rule)}”`, `${rest.name}（${rest.citation}）`)
    put(figures, `结果运用“${nameIn(scheme.consequences, rule)}”`, rest, CONSEQUENCE)
  }
  for (const { target, points } of conversions)
    figures.set(`折入“${nameIn(scheme.conversions, target)}”的分数`, String(points))
  if (annualGrade) put(figures, '年度考核等次', annualGrade, ANNUAL)
  for (const [name, text] of issueFigures(issues)) figures.set(name, text)
  return figures
}

/** Returns the full contents of the issue list (问题清单): the issues of one kind on one row or component, counted when there are several. */
export function issueFigures(issues: readonly IssueFile[]): ReadonlyMap<string, string> {
  const figures = new Map<string, string>()
  for (const { kind, row, component, ranking, unit, ...rest } of issues) {
    const plain = `问题（${[kind, unit, row, component, ranking].filter(part => part !== undefined).join('，')}）`
    let name = plain
    for (let more = 2; figures.has(name); more++) name = `${plain}之${more}`
    figures.set(
      name,
      `“${rest.text}”（${rest.citation}）${rest.lost === undefined ? '' : `失${rest.lost}分`}`,
    )
  }
  return figures
}

const PLAIN = {
  unit: '编号',
  name: '名称',
  tier: '层级',
  cohort: '类别',
  leadUnit: '牵头单位',
  person: '考核对象编号',
  personName: '考核对象',
  post: '职务',
  why: '考核对象的理由',
  composite: '综合得分',
}
const COMPONENT = { points: '得分', missing: '缺分原因' }
const GRADE = { grade: '编号', name: '名称', band: '得分区间', movedBy: '变动原因' }
const STANDING = {
  ranking: '排名榜',
  of: '排名总数',
  place: '名次',
  fromBottom: '倒数名次',
  tiedWith: '并列单位',
  brokenBy: '分先后的分项',
  acrossEdge: '跨档并列',
  decided: '倒数名次的决定',
  bandsApply: '名次段是否适用',
}
const CONSEQUENCE = {
  name: '名称',
  citation: '条款',
  years: '年度',
  deduction: '扣分',
  measure: '措施',
  nextYear: '下年执行',
}
const ANNUAL = { annualGrade: '编号', allowed: '能否评定', citation: '条款' }

/** Adds the fields of an object; a field missing from the table does not compile. */
function put<T extends object>(
  figures: Map<string, string>,
  where: string,
  fields: T,
  names: { readonly [K in keyof Required<T>]: string },
) {
  for (const [key, value] of Object.entries(fields) as [keyof T, unknown][]) {
    if (value !== undefined)
      figures.set(`${where}${names[key]}`, Array.isArray(value) ? value.join('、') || '无' : String(value))
  }
}

function nameIn(named: readonly Named[], id: string): string {
  return named.find(one => one.id === id)?.name ?? id
}
