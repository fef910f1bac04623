import { type Findings, noFindings } from './findings.ts'
import { exact, type Fraction, written, ZERO } from './fraction.ts'
import { canonical, sha256 } from './hash.ts'
import { quotaProofs } from './quotas.ts'
import { recompute } from './recompute.ts'
import type { ResultsFile, Scheme, UnitResult } from './shapes.ts'
import { type Appraisee, answerOf, appraiseesOf } from './year.ts'

/** Checks a results file: the four hashes, then every figure against its own computation from the inputs in it. */
export function checkResults(file: ResultsFile): Findings {
  const findings = noFindings()
  const { checked, differences } = findings
  const { scheme, facts, history } = file.inputs
  checkHashes(file, findings)
  const appraisees = appraiseesOf(scheme, facts)
  const own = new Map(recompute(scheme, facts, history.years, appraisees).map(one => [one.unit, one]))
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
  checkQuotas(file, appraisees, findings)
  const figures = file.results.length * (scheme.components.length + 1)
  checked.push(
    `${file.results.length}个考核对象：${figures}个分项得分和综合得分、名次、等次、结果运用、折算和失分，都从事实重新算过`,
  )
  return findings
}

const PARTS = { scheme: '方案', facts: '事实', history: '历年结果', results: '结果' } as const

function checkHashes({ inputs, hashes, ...rest }: ResultsFile, { checked, differences }: Findings): void {
  const { seal: _seal, ...results } = rest
  const parts = { ...inputs, results }
  for (const key of Object.keys(PARTS) as (keyof typeof PARTS)[])
    if (sha256(canonical(parts[key])) !== hashes[key])
      differences.push(`${PARTS[key]}的校验值不符：内容在写出以后被改动过`)
  checked.push('方案、事实、历年结果和结果四个校验值')
}

const REASONS = new Map([
  ['precondition', '前提'],
  ['veto', '一票否决'],
  ['quota', '名额'],
])

/** Tells a result line by line, whoever computed it, so that two of them can be compared. */
function* tell(scheme: Scheme, result: UnitResult<number | Fraction>): Generator<readonly [string, string]> {
  const { components, lists, composite, standing, grade, consequences, conversions, annualGrade } = result
  yield ['考核对象', result.person ?? '空缺']
  const names = new Map(scheme.components.map(({ id, name }) => [id, name]))
  for (const { component, points, rounds = [] } of components) {
    const name = `“${names.get(component) ?? component}”`
    yield [name, figure(points)]
    for (const { round, by, points: sum, rows } of rounds) {
      const which = by === 'leadUnit' ? '（牵头单位自查）' : round === undefined ? '' : `（第${round}季度）`
      yield [`${name}${which}的细则合计`, figure(sum)]
      for (const [row, own] of Object.entries(rows)) yield [`${name}${which}第${row}行`, figure(own)]
    }
  }
  for (const { id } of scheme.lists ?? []) yield [`加减清单第${id}项`, figure(lists?.[id] ?? ZERO)]
  yield ['综合得分', figure(composite)]
  if (standing !== undefined) {
    yield ['所在的榜', standing.ranking]
    yield ['排名总数', String(standing.of)]
    yield ['名次', `第${standing.place}名`]
    yield ['倒数名次', `倒数第${standing.fromBottom}名`]
    yield ['并列的单位', standing.tiedWith.toSorted().join('、')]
    yield ['分先后所凭的分项', names.get(standing.brokenBy ?? '') ?? '没有']
    yield ['并列跨档', yes(standing.acrossEdge)]
    yield ['倒数名次由组织者决定', yes(standing.decided)]
    yield ['名次段是否适用', { yes: '适用', no: '不适用' }[standing.bandsApply] ?? '待定']
  }
  const grades = new Map(answerOf(scheme, 'overallGrades')?.grades.map(({ id, name }) => [id, `“${name}”`]))
  if (grade !== undefined) {
    yield ['等次', grades.get(grade.grade) ?? grade.grade]
    yield ['按得分所属的等次', grades.get(grade.band) ?? grade.band]
    yield ['等次变动的原因', REASONS.get(grade.movedBy ?? '') ?? '没有']
  }
  const rules = new Map(scheme.consequences?.map(({ id, name }) => [id, name]))
  const follow = consequences.map(({ rule, years, deduction, measure = '', nextYear }) => {
    const taken = deduction === undefined ? '' : `扣${deduction}分`
    return `“${rules.get(rule) ?? rule}”（${years.join('、')}）${taken}${measure}${nextYear ? '，下年执行' : ''}`
  })
  yield ['结果运用', follow.join('；') || '没有']
  const targets = new Map(scheme.conversions?.map(({ id, name }) => [id, name]))
  for (const { target, points } of conversions)
    yield [`折入“${targets.get(target) ?? target}”`, figure(points)]
  if (annualGrade !== undefined) yield [`年度考核等次能否评定`, yes(annualGrade.allowed)]
  for (const { kind, row, lost } of result.issues)
    if (kind.startsWith('rowLost')) yield [`第${row}行的失分`, figure(lost)]
}

function figure(points: number | Fraction | undefined): string {
  return points === undefined ? '暂缺' : `${written(typeof points === 'number' ? exact(points) : points)}分`
}

function yes(is: boolean): string {
  return is ? '是' : '否'
}

function checkQuotas(file: ResultsFile, appraisees: readonly Appraisee[], findings: Findings): void {
  const { scheme, facts } = file.inputs
  const proofs = quotaProofs(scheme, facts, appraisees)
  if (proofs.length === 0) return
  const issues = [...file.issues, ...file.results.flatMap(result => result.issues)]
  const told = issues.filter(({ kind }) => kind === 'quotaExceeded').length
  const names = new Map(facts.roster.units.map(({ id, name }) => [id, name]))
  const groups = proofs.flatMap(({ group, exceeded }) =>
    exceeded.map(grade => `${names.get(group) ?? ''}“${grade}”`),
  )
  if (told !== groups.length)
    findings.differences.push(
      `等次名额：应有${groups.length}处超出（${groups.join('、') || '没有'}），文件写着${told}处`,
    )
  findings.checked.push(`${proofs.length}组等次名额的证明`)
}
