import type { Table } from './fields.ts'
import { type Findings, noFindings } from './findings.ts'
import { exact, type Figure, ZERO } from './fraction.ts'
import { canonical, sha256 } from './hash.ts'
import { quotaProofs } from './quotas.ts'
import { recompute } from './recompute.ts'
import type { Named, ResultsFile, Scheme, UnitResult } from './shapes.ts'
import { answerOf, appraiseesOf, type Year } from './year.ts'

/** Names a quarter as offices write it. */
export const quarterName = (nth: unknown) => `第${'一二三四'[Number(nth) - 1]}季度`

/** Checks a results file: the four hashes, then every figure against its own computation from the inputs in it. */
export function checkResults(file: ResultsFile, findings = noFindings()): Findings {
  const { checked, differences } = findings
  const { scheme, facts, history } = file.inputs
  checkHashes(file, findings)
  if (facts.cycle !== scheme.cycle)
    differences.push(`事实是${facts.cycle}年度的，方案是${scheme.cycle}年度的`)
  const year = { scheme, facts, history: history.years, appraisees: appraiseesOf(scheme, facts) }
  const own = new Map(recompute(year).map(one => [one.unit, one]))
  for (const result of file.results) {
    const mine = own.get(result.unit)
    own.delete(result.unit)
    if (mine === undefined) {
      differences.push(`${result.name}：按方案不是考核对象，文件里却有它的结果`)
      continue
    }
    const [right, said] = [new Map(tell(scheme, mine)), new Map(tell(scheme, result))]
    for (const what of new Set([...right.keys(), ...said.keys()])) {
      const [one, other] = [right.get(what) ?? '没有', said.get(what) ?? '没有']
      if (one !== other) differences.push(`${result.name}：${what}应为${one}，文件写着${other}`)
    }
  }
  for (const { name } of own.values()) differences.push(`${name}：是考核对象，文件里没有它的结果`)
  checkQuotas(file, year, findings)
  const figures = file.results.length * (scheme.components.length + 1)
  checked.push(
    `${file.results.length}个考核对象：${figures}个分项得分和综合得分、名次、等次、结果运用、折算和失分，都从事实重新算过`,
  )
  return findings
}

/** What each hash of a results file is taken of. */
export const HASHED: Table<string> = { scheme: '方案', facts: '事实', history: '历年结果', results: '结果' }

function checkHashes({ inputs, hashes, ...rest }: ResultsFile, { checked, differences }: Findings): void {
  const { seal: _seal, ...results } = rest
  const [parts, said]: [Table<unknown>, Table<unknown>] = [{ ...inputs, results }, hashes]
  for (const [key, name] of Object.entries(HASHED))
    if (sha256(canonical(parts[key])) !== said[key])
      differences.push(`${name}的校验值不符：内容在写出以后被改动过`)
  checked.push('方案、事实、历年结果和结果四个校验值')
}

const REASONS: Table<string> = { precondition: '前提', veto: '一票否决', quota: '名额' }
const APPLY: Table<string> = { yes: '适用', no: '不适用' }

type Told = Generator<readonly [what: string, figure: string]>

/** Tells a result line by line, whoever computed it, so that two of them can be compared. */
function* tell(scheme: Scheme, result: UnitResult<Figure>): Told {
  const { components, lists, standing, grade, annualGrade } = result
  const nameOf = namesOf(scheme.components)
  yield ['单位名称', result.name]
  yield ['考核对象', result.person ?? '空缺']
  yield ['考核对象姓名', result.personName ?? '空缺']
  for (const { component, points, rounds = [] } of components) {
    const name = nameOf(component)
    yield [name, figure(points)]
    for (const { round, by, points: sum, rows } of rounds) {
      const which =
        by === 'leadUnit' ? '（牵头单位自查）' : round === undefined ? '' : `（${quarterName(round)}）`
      yield [`${name}${which}的细则合计`, figure(sum)]
      for (const [row, own] of Object.entries(rows)) yield [`${name}${which}第${row}行`, figure(own)]
    }
  }
  for (const { id } of scheme.lists ?? []) yield [`加减清单第${id}项`, figure(lists?.[id] ?? ZERO)]
  yield ['综合得分', figure(result.composite)]
  if (standing !== undefined) {
    yield ['所在的榜', standing.ranking]
    yield ['排名总数', String(standing.of)]
    yield ['名次', `第${standing.place}名`]
    yield ['倒数名次', `倒数第${standing.fromBottom}名`]
    yield ['并列的单位', standing.tiedWith.toSorted().join('、')]
    yield ['分先后所凭的分项', standing.brokenBy === undefined ? '没有' : nameOf(standing.brokenBy)]
    yield ['并列跨档', yes(standing.acrossEdge)]
    yield ['倒数名次由组织者决定', yes(standing.decided)]
    yield ['名次段是否适用', APPLY[standing.bandsApply] ?? '待定']
  }
  if (grade !== undefined) {
    const gradeOf = namesOf(answerOf(scheme, 'overallGrades')?.grades)
    yield ['等次', gradeOf(grade.grade)]
    yield ['按得分所属的等次', gradeOf(grade.band)]
    yield ['等次变动的原因', REASONS[grade.movedBy ?? ''] ?? '没有']
  }
  const ruleOf = namesOf(scheme.consequences)
  const follow = result.consequences.map(({ rule, years, deduction, measure = '', nextYear }) => {
    const taken = deduction === undefined ? '' : `扣${deduction}分`
    return `${ruleOf(rule)}（${years.join('、')}）${taken}${measure}${nextYear ? '，下年执行' : ''}`
  })
  yield ['结果运用', follow.join('；') || '没有']
  const targetOf = namesOf(scheme.conversions)
  for (const { target, points } of result.conversions) yield [`折入${targetOf(target)}`, figure(points)]
  if (annualGrade !== undefined)
    yield [`年度考核等次`, `“${annualGrade.annualGrade}”，${annualGrade.allowed ? '可以' : '不能'}评定`]
  for (const { kind, row, lost } of result.issues)
    if (kind.startsWith('rowLost')) yield [`第${row}行的失分`, figure(lost)]
}

/** Names things by their ids. */
function namesOf(list: readonly Named[] = []): (id: string) => string {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  return id => `“${names.get(id) ?? id}”`
}

function figure(points: Figure | undefined): string {
  return points === undefined ? '暂缺' : `${exact(points)}分`
}

function yes(is: boolean): string {
  return is ? '是' : '否'
}

function checkQuotas(file: ResultsFile, year: Year, { checked, differences }: Findings): void {
  const proofs = quotaProofs(year)
  if (proofs.length === 0) return
  const issues = [...file.issues, ...file.results.flatMap(result => result.issues)]
  const told = issues.filter(({ kind }) => kind === 'quotaExceeded').length
  const names = new Map(year.facts.roster.units.map(({ id, name }) => [id, name]))
  const groups = proofs.flatMap(({ group, exceeded }) =>
    exceeded.map(grade => `${names.get(group) ?? ''}“${grade}”`),
  )
  if (told !== groups.length)
    differences.push(
      `等次名额：应有${groups.length}处超出（${groups.join('、') || '没有'}），文件写着${told}处`,
    )
  checked.push(`${proofs.length}组等次名额的证明`)
}
