import { decidedScore, factsOf } from '../../../domain/score/scoreComponents.ts'
import type { Explained } from '../../../domain/kernel/explanation.ts'
import { whole } from '../../../domain/kernel/fraction.ts'
import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import { describeExplanation } from '../../../domain/explain/describeExplanation.ts'
import { isNode } from '../nodes.ts'
import { deductionFormula } from './bandFormulas.ts'
import type { BookContext } from './bookContext.ts'
import { ratioFormula, roundedFormula, thousandthsOf } from './exactFormula.ts'
import type { SummaryColumn, SummaryLine } from './summaryLine.ts'
import { describeHeading } from './describeNote.ts'
import { textOf } from './textOf.ts'
import { columnWidth } from './textWidth.ts'

/** Creates the columns of the consequences (结果运用): deductions, conversions, annual grades, consequences in words, and remarks. (五（三）（四）) */
export function summaryResults(context: BookContext): readonly SummaryColumn[] {
  const { outcome, prepared, styles } = context
  const { scheme } = outcome
  const deductions = scheme.consequences.filter(rule => rule.effect.kind === 'performanceDeduction')
  const clauses = deductions.map(rule => `${rule.citation} ${rule.name}`)
  const bands = [...prepared.rulings.notes('smallCohort'), ...prepared.rulings.notes('ties')]
  const deducted: SummaryColumn = {
    key: 'deduction',
    head: '绩效扣分',
    width: 9,
    style: styles.deduction,
    note: describeHeading(scheme, deductions[0]?.citation ?? '', clauses, bands),
    cell: (line, here) => ({
      value: toDecimal(
        line.result.consequences.reduce((sum, one) => sum + (one.deduction ?? 0), 0) as Points,
      ),
      formula: deductionFormula(context, line, here),
    }),
  }
  return [
    ...(deductions.length > 0 ? [deducted] : []),
    ...conversionColumns(context),
    ...annualColumns(context),
    {
      key: 'consequences',
      head: '结果运用',
      width: columnWidth(
        outcome.consequences.consequences.map(list => list.map(one => one.name).join('、')),
        16,
        30,
      ),
      style: styles.wrapped,
      wraps: true,
      note: '各项的条款和依据见“结果运用”表',
      cell: line => line.result.consequences.map(one => one.name).join('、'),
    },
    {
      key: 'remarks',
      head: '备注',
      width: 30,
      style: styles.wrapped,
      wraps: true,
      cell: line => remarksOn(context, line),
    },
  ]
}

function conversionColumns(context: BookContext): readonly SummaryColumn[] {
  const { outcome, prepared, styles, rounding } = context
  const percent = prepared.rulings.find('performanceConversion')?.answer?.percent
  if (percent === undefined) return []
  return outcome.scheme.conversions.map((target, at): SummaryColumn => ({
    key: `conversion${at}`,
    head: `折入${target.name}`,
    width: 11,
    style: styles.points,
    parameter: toDecimal(percent),
    note: describeHeading(
      outcome.scheme,
      target.citation,
      [`综合得分的${toDecimal(percent)}%`],
      prepared.rulings.notes('performanceConversion'),
    ),
    cell: (line, here) => {
      const found = line.result.conversions.find(one => one.target === target.id)
      const ratio = ratioFormula(thousandthsOf(here.at('composite')), percent, 100_000_000, 2 ** 36)
      const formula = roundedFormula(ratio, rounding, whole(0))
      return {
        value: found === undefined ? '' : toDecimal(found.points),
        formula: `IF(ISNUMBER(${here.at('composite')}),${formula},"")`,
      }
    },
  }))
}

function annualColumns({ outcome, prepared, styles }: BookContext): readonly SummaryColumn[] {
  const { scheme } = outcome
  if (scheme.annualGradeRules.length === 0) return []
  const grades = prepared.rulings.answer('overallGrades').grades
  const rules = scheme.annualGradeRules.map(rule => {
    const names = grades.filter(grade => rule.needs.includes(grade.id)).map(grade => grade.name)
    return { rule, names, told: `${rule.citation} “${rule.name}”须综合评价等次为${names.join('、')}` }
  })
  const ruleOf = (line: SummaryLine) =>
    rules.find(one => one.rule.annualGrade === line.result.annualGrade?.annualGrade)
  return [
    {
      key: 'proposed',
      head: '拟评年度等次',
      width: 10,
      style: styles.centred,
      note: rules.map(one => one.told).join('\n'),
      cell: line => ruleOf(line)?.rule.name,
    },
    {
      key: 'allowed',
      head: '能否评定',
      width: 9,
      style: styles.centred,
      cell: (line, here) => {
        const found = ruleOf(line)
        if (found === undefined) return undefined
        const tests = found.names.map(name => `${here.at('grade')}=${textOf(name)}`)
        return {
          value: line.result.annualGrade!.allowed ? '可以' : '不可以',
          formula: `IF(OR(${tests.join(',')}),"可以","不可以")`,
        }
      },
    },
  ]
}

const REMARKED = new Set(['missing', 'decided', 'veto', 'held', 'renormalised'])

/** Returns the remarks (备注): special circumstances of a line's figures. */
function remarksOn({ outcome }: BookContext, line: SummaryLine): string {
  const remarks = (node: Explained, name: string): readonly string[] =>
    node.parts.flatMap(part => (REMARKED.has(part.kind) ? [`${name}${describeExplanation(part)}`] : []))
  const decided = outcome.scheme.components.some(one =>
    decidedScore(factsOf(outcome.components.facts, line.appraisee.unit), one.id),
  )
  const own = line.components.flatMap(node =>
    isNode(node, 'component') ? remarks(node, `${node.name}：`) : [],
  )
  return [
    ...own,
    ...remarks(line.composite, ''),
    ...(decided && own.length === 0 ? ['有考核组织者决定的得分'] : []),
  ].join('；')
}
