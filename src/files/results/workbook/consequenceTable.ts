import type { Consequence } from '../../../domain/score/outcome.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { ConsequenceRule } from '../../../domain/scheme/consequenceRule.ts'
import { conditionFormula } from './bandFormulas.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import { identityColumns } from './identityColumns.ts'
import { lookUp } from './lookUp.ts'
import type { SummaryLine } from './summaryLine.ts'
import { createTable, SHEET_ORDER, type Table, type TableColumn } from './table.ts'
import { shortRulings } from './describeNote.ts'
import { columnWidth } from './textWidth.ts'

/** A row of the consequences table (结果运用): one consequence of one appraisee. */
interface ConsequenceLine {
  readonly unit: UnitLine
  readonly consequence: Consequence
  readonly summaryRow: number
}

/** Creates the consequences table (结果运用): each consequence with its clause, and whether its condition holds by the current figures. (五（三）（四）) */
export function createConsequenceTable(
  context: BookContext,
  summary: Table<SummaryLine>,
): Table<ConsequenceLine> {
  const { styles, outcome, prepared } = context
  const rules = new Map(outcome.scheme.consequences.map(rule => [rule.id, rule]))
  const ruleOf = (line: ConsequenceLine): ConsequenceRule => rules.get(line.consequence.rule)!
  const fromSummary = (
    key: string,
    head: string,
    value: (line: ConsequenceLine) => string | number,
  ): TableColumn<ConsequenceLine> => ({
    key,
    head,
    width: 9,
    style: styles.centred,
    cell: (line, here) => ({
      value: value(line),
      formula: lookUp(context, summary, key, line.summaryRow, here),
    }),
  })
  return createTable<ConsequenceLine>(context.workbook, styles, {
    name: context.names.kept,
    title: '结果运用',
    subtitle:
      '名次、等次取自总表；“按现有名次”随总表变化，与所列不一致时应重新计算。连续年度的事项还要看历年结果，没有公式。',
    columns: [
      ...identityColumns<ConsequenceLine>(context, line => line.unit),
      {
        key: 'person',
        head: '考核对象',
        width: 12,
        style: styles.text,
        cell: line => line.unit.appraisee.personName,
      },
      fromSummary('of', '排名总数', line => line.unit.result.standing?.of ?? ''),
      fromSummary('place', '名次', line => line.unit.result.standing?.place ?? ''),
      fromSummary('fromBottom', '倒数名次', line => line.unit.result.standing?.fromBottom ?? ''),
      fromSummary('across', '跨档并列', line => (line.unit.result.standing?.acrossEdge === true ? '是' : '')),
      fromSummary('grade', '综合评价等次', line => line.unit.result.grade?.name ?? ''),
      {
        key: 'consequence',
        head: '结果运用',
        width: columnWidth(
          outcome.scheme.consequences.map(rule => rule.name),
          16,
          40,
        ),
        style: styles.text,
        cell: line => line.consequence.name,
      },
      {
        key: 'citation',
        head: '条款',
        width: 12,
        style: styles.text,
        cell: line => line.consequence.citation,
      },
      {
        key: 'deduction',
        head: '绩效扣分',
        width: 9,
        style: styles.amount,
        cell: ({ consequence: { deduction } }) =>
          deduction === undefined ? undefined : toDecimal(deduction),
      },
      {
        key: 'measure',
        head: '措施',
        width: columnWidth(
          outcome.scheme.consequences.map(({ effect }) => (effect.kind === 'measure' ? effect.measure : '')),
          12,
          40,
        ),
        style: styles.text,
        cell: line => line.consequence.measure,
      },
      {
        key: 'next',
        head: '执行年度',
        width: 9,
        style: styles.centred,
        cell: ({ consequence }) => outcome.scheme.cycle + (consequence.nextYear === true ? 1 : 0),
      },
      {
        key: 'years',
        head: '符合条件的年度',
        width: 16,
        style: styles.text,
        cell: line => line.consequence.years.join('、'),
      },
      {
        key: 'holds',
        head: '按现有名次',
        width: 11,
        style: styles.centred,
        cell: (line, here) => {
          if (ruleOf(line).years !== undefined) return '须看历年'
          const test = conditionFormula(context, ruleOf(line), line.unit, here)
          return { value: '成立', formula: test === undefined ? undefined : `IF(${test},"成立","不成立")` }
        },
      },
      {
        key: 'rulings',
        head: '口径',
        width: 20,
        style: styles.wrapped,
        wraps: true,
        cell: line => shortRulings([...prepared.rulings.notesById(ruleOf(line).ruling)]),
      },
    ],
    frozenColumns: 3,
    order: SHEET_ORDER.consequences,
    lines: 0,
    filtered: context.mode === 'lookup',
    mostRows: context.mostRows,
  })
}
