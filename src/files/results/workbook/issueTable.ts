import type { Issue } from '../../../domain/score/outcome.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import { rankingName } from '../../../domain/score/rectification/listIssues.ts'
import { issueNames } from '../issueNames.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import { createTable, SHEET_ORDER, type Table } from './table.ts'
import { columnWidth } from './textWidth.ts'

/** A row of the issue list (问题清单); an issue that belongs to no single appraisee has no unit. */
interface IssueLine {
  readonly unit?: UnitLine
  readonly issue: Issue
}

/** Creates the issue table (问题清单): the issues for a unit's list, and those that the committee must look at. (五（二）) */
export function createIssueTable(context: BookContext): Table<IssueLine> {
  const { styles, outcome } = context
  const components = new Map(outcome.scheme.components.map(one => [one.id, one.name]))
  const { appraisees } = outcome.components
  return createTable<IssueLine>(context.workbook, styles, {
    name: context.names.kept,
    title: '问题清单',
    subtitle: '失分的各行由重到轻；其余是封存之前须由考核组织者处理的事项。',
    columns: [
      { key: 'number', head: '序号', width: 6, style: styles.centred, cell: line => line.unit?.number },
      {
        key: 'unit',
        head: '单位编号',
        width: 10,
        style: styles.text,
        cell: line => line.unit?.appraisee.unit,
      },
      {
        key: 'name',
        head: '单位',
        width: columnWidth(
          appraisees.map(one => one.name),
          16,
          44,
        ),
        style: styles.text,
        cell: ({ unit, issue }) =>
          unit?.appraisee.name ??
          (issue.ranking === undefined
            ? '（全体）'
            : `（${rankingName(outcome.components, issue.ranking)}）`),
      },
      { key: 'kind', head: '种类', width: 12, style: styles.text, cell: line => issueNames[line.issue.kind] },
      { key: 'citation', head: '条款', width: 12, style: styles.text, cell: line => line.issue.citation },
      {
        key: 'place',
        head: '行或分项',
        width: 12,
        style: styles.text,
        cell: ({ issue }) =>
          issue.row ??
          (issue.component === undefined ? undefined : (components.get(issue.component) ?? issue.component)),
      },
      {
        key: 'lost',
        head: '失分',
        width: 8,
        style: styles.amount,
        cell: ({ issue: { lost } }) => (lost === undefined ? undefined : toDecimal(lost)),
      },
      {
        key: 'text',
        head: '问题',
        width: 80,
        style: styles.wrapped,
        wraps: true,
        cell: line => line.issue.text,
      },
    ],
    frozenColumns: 3,
    order: SHEET_ORDER.issues,
    lines: 0,
    filtered: true,
    mostRows: context.mostRows,
  })
}
