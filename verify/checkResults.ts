import { type Findings, noFindings } from './findings.ts'
import { exact, type Fraction, round, same, written } from './fraction.ts'
import { canonical, sha256 } from './hash.ts'
import { quotaProofs } from './quotas.ts'
import { type Recomputed, recompute } from './recompute.ts'
import type { ResultsFile, UnitResult } from './shapes.ts'
import { answerOf } from './year.ts'

/** Checks a results file: the four hashes, then every figure against its own computation from the inputs in it. */
export function checkResults(file: ResultsFile): Findings {
  const findings = noFindings()
  const { scheme, facts, history } = file.inputs
  checkHashes(file, findings)
  const own = recompute(scheme, facts, history.years)
  const byUnit = new Map(own.map(one => [one.appraisee.unit.id, one]))
  const say = (unit: string, text: string): void => void findings.differences.push(`${unit}：${text}`)
  for (const result of file.results) {
    const mine = byUnit.get(result.unit)
    byUnit.delete(result.unit)
    if (mine === undefined) say(result.name, '按方案不是考核对象，文件里却有它的结果')
    else compareUnit(file, mine, result, say)
  }
  for (const { appraisee } of byUnit.values()) say(appraisee.unit.name, '是考核对象，文件里没有它的结果')
  checkQuotas(file, own, findings)
  const figures = file.results.reduce((all, one) => all + one.components.length + 1, 0)
  findings.checked.push(
    `${file.results.length}个考核对象：${figures}个分项得分和综合得分、名次、等次、结果运用、折算和失分，都从事实重新算过`,
  )
  return findings
}

function checkHashes({ inputs, hashes, ...rest }: ResultsFile, { checked, differences }: Findings): void {
  const { seal: _seal, ...told } = rest
  const parts = { scheme: inputs.scheme, facts: inputs.facts, history: inputs.history, results: told }
  const names = { scheme: '方案', facts: '事实', history: '历年结果', results: '结果' }
  for (const key of ['scheme', 'facts', 'history', 'results'] as const)
    if (sha256(canonical(parts[key])) !== hashes[key])
      differences.push(`${names[key]}的校验值不符：内容在写出以后被改动过`)
  checked.push('方案、事实、历年结果和结果四个校验值')
}

type Say = (unit: string, text: string) => void

function compareUnit(
  { inputs: { scheme } }: ResultsFile,
  mine: Recomputed,
  result: UnitResult,
  say: Say,
): void {
  const differ = (what: string, own: string, said: string): void =>
    own === said ? undefined : say(result.name, `${what}应为${own}，文件写着${said}`)
  const figure = (what: string, own: Fraction | undefined, said: number | undefined): void => {
    if (own !== undefined && said !== undefined && same(own, exact(said))) return
    differ(
      what,
      own === undefined ? '暂缺' : `${written(own)}分`,
      said === undefined ? '暂缺' : `${written(exact(said))}分`,
    )
  }
  const person = (id: string | undefined): string => id ?? '空缺'
  differ('考核对象', person(mine.appraisee.person), person(result.person))
  const { decimals, half } = answerOf<{ decimals: number; half: 'up' | 'even' }>(scheme, 'rounding')!
  const shown = (points: Fraction): Fraction => round(points, decimals, half)
  const names = new Map(scheme.components.map(({ id, name }) => [id, name]))
  for (const { id, name } of scheme.components) {
    const said = result.components.find(one => one.component === id)
    const { points, rounds } = mine.components.get(id)!
    figure(`“${name}”`, points === undefined ? undefined : shown(points), said?.points)
    const saidRounds = said?.rounds ?? []
    differ(`“${name}”的核查次数`, String(rounds.length), String(saidRounds.length))
    for (const [at, { score, round: quarter, by }] of rounds.entries()) {
      const which = `“${name}”${by === 'leadUnit' ? '（牵头单位自查）' : quarter === undefined ? '' : `（第${quarter}季度）`}`
      if (saidRounds[at] === undefined) continue
      figure(`${which}的细则合计`, score.points, saidRounds[at].points)
      for (const [row, own] of score.rows) figure(`${which}第${row}行`, own, saidRounds[at].rows[row])
      for (const row of Object.keys(saidRounds[at].rows))
        if (!score.rows.has(row)) say(result.name, `${which}里的第${row}行，方案没有`)
    }
  }
  for (const [row, own] of mine.lists) figure(`加减清单第${row}项`, own, result.lists?.[row] ?? 0)
  figure('综合得分', mine.composite, result.composite)
  compareStanding(mine, result, names, differ)
  const gradeNames = new Map(gradeNamesOf(scheme))
  const grade = (id: string | undefined): string =>
    id === undefined ? '暂缺' : `“${gradeNames.get(id) ?? id}”`
  differ('等次', grade(mine.grade?.grade), grade(result.grade?.grade))
  differ('按得分所属的等次', grade(mine.grade?.band), grade(result.grade?.band))
  differ(
    '等次变动的原因',
    REASONS[mine.grade?.movedBy ?? ''] ?? '',
    REASONS[result.grade?.movedBy ?? ''] ?? '',
  )
  const follow = (
    list: readonly {
      name: string
      years: readonly number[]
      deduction?: number
      measure?: string
      nextYear?: boolean
    }[],
  ): string =>
    list
      .map(({ name, years, deduction, measure, nextYear }) =>
        [
          `“${name}”`,
          `（${years.join('、')}）`,
          deduction === undefined ? '' : `扣${deduction}分`,
          measure ?? '',
          nextYear === true ? '，下年执行' : '',
        ].join(''),
      )
      .join('；') || '无'
  const ruleNames = new Map((scheme.consequences ?? []).map(({ id, name }) => [id, name]))
  differ(
    '结果运用',
    follow(
      mine.consequences.map(({ rule, years }) => ({
        name: rule.name,
        years,
        deduction: rule.effect.kind === 'performanceDeduction' ? rule.effect.points : undefined,
        measure: rule.effect.measure,
        nextYear: rule.effect.nextYear,
      })),
    ),
    follow(result.consequences.map(one => ({ ...one, name: ruleNames.get(one.rule) ?? one.rule }))),
  )
  for (const { id, name } of scheme.conversions ?? [])
    figure(
      `折入“${name}”`,
      mine.conversions.get(id),
      result.conversions.find(({ target }) => target === id)?.points,
    )
  const allowed = (one: { allowed: boolean } | undefined): string =>
    one === undefined ? '未提出' : one.allowed ? '可以评定' : '不能评定'
  differ('年度考核等次', allowed(mine.annualGrade), allowed(result.annualGrade))
  compareLost(mine, result, scheme, figure)
}

const REASONS: Readonly<Record<string, string>> = {
  '': '没有变动',
  precondition: '前提',
  veto: '一票否决',
  quota: '名额',
}

function* gradeNamesOf(scheme: ResultsFile['inputs']['scheme']): Generator<[string, string]> {
  for (const { topic, answer } of scheme.rulings)
    if (topic === 'overallGrades' && answer !== undefined)
      for (const { id, name } of (answer as { grades: readonly { id: string; name: string }[] }).grades)
        yield [id, name]
}

function compareStanding(
  mine: Recomputed,
  result: UnitResult,
  names: ReadonlyMap<string, string>,
  differ: (what: string, own: string, said: string) => void,
): void {
  const [own, said] = [mine.standing, result.standing]
  if (own === undefined || said === undefined)
    return differ('排名', own === undefined ? '不参加' : '参加', said === undefined ? '不参加' : '参加')
  differ('所在的榜', own.ranking, said.ranking)
  differ('排名总数', String(own.of), String(said.of))
  differ('名次', `第${own.place}名`, `第${said.place}名`)
  differ('倒数名次', `倒数第${own.fromBottom}名`, `倒数第${said.fromBottom}名`)
  const tied = (list: readonly string[]): string => list.toSorted().join('、') || '无'
  differ('并列的单位', tied(own.tiedWith), tied(said.tiedWith))
  const broken = (id: string | undefined): string => (id === undefined ? '无' : (names.get(id) ?? id))
  differ('分先后所凭的分项', broken(own.brokenBy), broken(said.brokenBy))
  const yes = (is: boolean): string => (is ? '是' : '否')
  differ('并列跨档', yes(own.acrossEdge), yes(said.acrossEdge))
  differ('倒数名次由组织者决定', yes(own.decided), yes(said.decided))
  differ('名次段是否适用', own.bandsApply, said.bandsApply)
}

/** Points lost by row, as the list of issues carries them (五（二）): the base less the row's points of the whole year. */
function compareLost(
  mine: Recomputed,
  result: UnitResult,
  scheme: ResultsFile['inputs']['scheme'],
  figure: (what: string, own: Fraction | undefined, said: number | undefined) => void,
): void {
  const bases = new Map(
    (scheme.rubrics ?? []).flatMap(rubric => rubric.rows.map(row => [row.id, row.base] as const)),
  )
  for (const { year } of mine.components.values())
    for (const [row, points] of year?.rows ?? []) {
      const lost = exact(bases.get(row) ?? 0)
      const less = {
        top: lost.top * points.bottom - points.top * lost.bottom,
        bottom: lost.bottom * points.bottom,
      }
      const said = result.issues.find(issue => issue.row === row && issue.kind.startsWith('rowLost'))
      if (less.top <= 0n && said === undefined) continue
      figure(`第${row}行的失分`, less.top <= 0n ? undefined : less, said?.lost)
    }
}

function checkQuotas(
  { inputs: { scheme, facts }, issues, results }: ResultsFile,
  own: readonly Recomputed[],
  { checked, differences }: Findings,
): void {
  const proofs = quotaProofs(
    scheme,
    facts,
    own.map(({ appraisee }) => appraisee),
  )
  if (proofs.length === 0) return
  const told = [...issues, ...results.flatMap(result => result.issues)].filter(
    ({ kind }) => kind === 'quotaExceeded',
  ).length
  const exceeded = proofs.flatMap(({ group, exceeded: grades }) => grades.map(() => group))
  const names = new Map(facts.roster.units.map(({ id, name }) => [id, name]))
  if (told !== exceeded.length)
    differences.push(
      `等次名额：应有${exceeded.length}处超出名额（${exceeded.map(group => names.get(group) ?? '全部').join('、') || '无'}），文件写着${told}处`,
    )
  checked.push(`${proofs.length}组等次名额的证明`)
}
