import { wordsOf } from '../../../contract/scheme/forms/ruleFormWords.ts'
import { methodWords } from '../../../contract/scheme/methods.ts'
import type { ExplanationNode } from '../../../contract/results/explanationSchema.ts'
import type { Explanation, ExplanationKind } from '../../../domain/explain/explanationKinds.ts'
import { type RuleExplained, ruleSaid } from '../../../domain/score/inspection/ruleExplained.ts'
import type { Explained } from '../../../domain/kernel/explanation.ts'
import { approximate, type Fraction } from '../../../domain/kernel/fraction.ts'
import { isNode } from '../../../files/results/nodes.ts'
import type { RuleForm } from '../../../domain/scheme/forms/ruleForms.ts'

type Figures = Partial<
  Pick<
    ExplanationNode,
    'row' | 'base' | 'weight' | 'contribution' | 'deducted' | 'bonus' | 'exact' | 'rule' | 'table' | 'absent'
  >
>

const METHODS: Readonly<Record<string, { readonly title?: string }>> = methodWords

const PLAIN_TITLES: Partial<Record<ExplanationKind, string>> = {
  grade: '综合评价等次',
  standing: '名次',
  composite: '综合得分',
  quota: '名额推算',
  missing: '缺分',
  decided: '决定的得分',
  rounding: '修约',
  ratioToBest: '与最好成绩之比',
  rankToPoints: '按名次计分',
  renormalised: '缺分项由其余分项分担',
  held: '上下限',
  inspection: '核查得分',
  totalCap: '总分上限',
}

/** Returns the short title of a node. */
export function titleOf(node: Explained): string {
  if ('rule' in node) return (node as RuleExplained).rule.text
  if (isNode(node, 'result')) return node.appraisee.name
  if (isNode(node, 'row')) return node.row.title
  if (isNode(node, 'consequence')) return node.consequence.name
  if (isNode(node, 'rubric') || isNode(node, 'sectionCap')) return node.title
  const title = PLAIN_TITLES[node.kind as ExplanationKind] ?? METHODS[node.kind]?.title
  return title ?? (node as { readonly name?: string }).name ?? node.kind
}

/** Returns the figures that a node of its kind has. */
export function figuresOf(node: Explained): Figures {
  if ('rule' in node) return figuresOfRule(node as RuleExplained)
  const one = node as Explanation
  switch (one.kind) {
    case 'row':
      return { row: one.row.id, base: one.row.base, deducted: one.deducted, bonus: one.bonus }
    case 'component':
      return {
        base: one.base,
        weight: one.weight,
        contribution: one.contribution === undefined ? undefined : decimal(one.contribution),
      }
    case 'composite':
    case 'result':
      return { absent: one.absent }
    case 'rubric':
      return { base: one.base }
    case 'ledger':
      return { base: one.base, exact: exactOf(one.exact) }
    case 'surveyGroup':
      return { exact: exactOf(one.exact), table: answersTable(one) }
    case 'voterClass':
      return { exact: exactOf(one.exact), table: votesTable(one) }
    case 'quota':
      return { table: quotaTable(one) }
    case 'sectionCap':
    case 'totalCap':
      return { base: one.cap }
    case 'held':
      return { base: one.limit }
    case 'quotaGrading':
      return {}
    default:
      return 'exact' in one ? { exact: exactOf(one.exact) } : {}
  }
}

function figuresOfRule(node: RuleExplained): Figures {
  const { kind, rule, count } = node
  return {
    rule: {
      id: rule.id,
      text: rule.text,
      form: kind,
      formName: wordsOf(kind as RuleForm).name,
      count,
      said: ruleSaid(node),
    },
  }
}

function answersTable({
  answers,
}: Extract<Explanation, { kind: 'surveyGroup' }>): NonNullable<Figures['table']> {
  return {
    heads: ['答案', '份数', '每份计分'],
    rows: answers.map(({ name, count, worth }) => [name, count, worth === null ? '' : worth / 1000]),
  }
}

function votesTable({
  valid,
  dropped,
  weight,
}: Extract<Explanation, { kind: 'voterClass' }>): NonNullable<Figures['table']> {
  return {
    heads: ['项目', '数'],
    rows: [
      ['有效票', valid],
      ...(dropped > 0 ? [['去掉最高、最低各', dropped] as [string, number]] : []),
      ...(weight === undefined ? [] : [['权重', weight] as [string, number]]),
    ],
  }
}

function quotaTable({
  proof,
  grades,
}: Extract<Explanation, { kind: 'quota' }>): NonNullable<Figures['table']> {
  return {
    heads: ['等次', '应有份额', '名额', '已评'],
    rows: grades.map(({ name, given }, at) => [
      name,
      share(proof.numerators[at]!, proof.denominator),
      proof.counts[at]!,
      given,
    ]),
  }
}

function share(numerator: number, denominator: number): string {
  const whole = Math.floor(numerator / denominator)
  const rest = numerator - whole * denominator
  return rest === 0 ? String(whole) : `${whole === 0 ? '' : `${whole}又`}${rest}/${denominator}`
}

function exactOf(value: Fraction): NonNullable<Figures['exact']> {
  const [num, den] = lowest(BigInt(value.num), BigInt(value.den) * 1000n)
  return { fraction: den === 1n ? `${num}` : `${num}/${den}`, decimal: decimal(value) }
}

function lowest(num: bigint, den: bigint): readonly [bigint, bigint] {
  let [x, y] = [num < 0n ? -num : num, den]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? [0n, 1n] : [num / x, den / x]
}

/** Converts a fraction to points, rounded to a millionth. */
function decimal(value: Fraction): number {
  return Math.round(approximate(value) * 1000) / 1e6
}
