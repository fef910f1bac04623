import { methodWords } from '../../../contract/scheme/methods.ts'
import type { PreparedComponent } from '../../../domain/score/prepareScheme.ts'
import type { RowExplained } from '../../../domain/score/inspection/rowExplained.ts'
import type { ComponentColumn } from '../../../domain/score/scoreComponents.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { Method } from '../../../domain/scheme/component.ts'
import { methodOf } from '../../../domain/scheme/methods.ts'
import { isNode, partsOf } from '../nodes.ts'
import { rubricViews, type RubricView } from '../rubricViews.ts'
import { ballotBlock } from './ballotBlock.ts'
import type { BookContext, UnitLine } from './bookContext.ts'
import { conversionColumns } from './conversionColumns.ts'
import type { EntryTable, NumberedRubric } from './entryTable.ts'
import { gradingBlock } from './gradingBlock.ts'
import { groupColumn, identityColumns } from './identityColumns.ts'
import { ledgerBlock } from './ledgerBlock.ts'
import { measureBlock } from './measureBlock.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { rubricBlock } from './rubricBlock.ts'
import type { RubricFill } from './rubricColumns.ts'
import { surveyBlock } from './surveyBlock.ts'
import { scoreColumns } from './scoreColumns.ts'
import { createTable, SHEET_ORDER, type Table, type TableColumn } from './table.ts'

/** The table of one component, and how an appraisee's lines are added to it. */
export interface ComponentTable {
  readonly table: Table<ComponentLine>
  readonly add: (unit: UnitLine) => void
}

/** Creates the table of a component: what its methods counted, and the score computed from it by a formula. (三（二）) */
export function createComponentTable(
  context: BookContext,
  column: ComponentColumn,
  entries: EntryTable,
  rubrics: ReadonlyMap<Method, NumberedRubric>,
  lines: number,
): ComponentTable {
  const { component } = column.component
  const blocks = component.methods.map((method, at) => blockOf(context, column.component, method, `m${at}`))
  const table = createTable<ComponentLine>(context.workbook, context.styles, {
    name: context.names.other,
    title: component.name,
    subtitle: `${component.citation}　满分${toDecimal(component.base)}分，占总分${toDecimal(component.weight)}%。得分由左边各列用公式算出；没有公式的数是录入的事实，或由人决定，见批注。`,
    columns: [
      ...identityColumns<ComponentLine>(context, line => line.unit),
      ...(component.conversion === undefined ? [] : groupColumn<ComponentLine>(context, line => line.unit)),
      ...methodColumn(context, blocks),
      ...blocks.flatMap(block => block.columns),
      ...conversionColumns(context, column, blocks),
      ...scoreColumns(context, column, blocks),
    ],
    parameterLabel: { key: 'name', text: '分值或权重' },
    frozenColumns: 3,
    order: SHEET_ORDER.components + column.component.at,
    lines,
    // Lines of rounds stand below the line that they make up; sorting would tear them apart.
    filtered: context.mode === 'lookup' && !blocks.some(block => block.rounds),
    mostRows: context.mostRows,
  })
  return {
    table,
    add: unit => {
      const node = unit.components[column.component.at]!
      const method = methodOf(component, unit.appraisee.tier)
      const scored = node.parts.find(part => METHOD_NODES.has(part.kind))
      const line = { unit, component: node, method, node: scored }
      const views = scored !== undefined && isNode(scored, 'inspection') ? rubricViews(scored) : []
      const rubric = method === undefined ? undefined : rubrics.get(method)
      const fills = rubric === undefined ? [] : views.map(view => fillOf(entries, unit, rubric, view))
      unit.rows.set(component.id, table.next())
      if (views.length === 1)
        table.add({ ...line, view: views[0]!, fill: fills[0]!, isScore: true, below: 0 })
      else {
        table.add({ ...line, isScore: true, below: views.length })
        views.forEach((view, at) => table.add({ ...line, view, fill: fills[at]!, isScore: false, below: 0 }))
      }
    },
  }
}

function methodColumn(
  { styles }: BookContext,
  blocks: readonly MethodBlock[],
): readonly TableColumn<ComponentLine>[] {
  if (blocks.length < 2) return []
  return [
    {
      key: 'method',
      head: '计分方式',
      width: 12,
      style: styles.centred,
      cell: ({ method }) => method && methodWords[method.kind].short,
    },
  ]
}

const METHOD_NODES: ReadonlySet<string> = new Set([...Object.keys(methodWords), 'inspection'])

function fillOf(entries: EntryTable, unit: UnitLine, rubric: NumberedRubric, view: RubricView): RubricFill {
  const rows = partsOf(view.rubric, 'row')
  const sums = entries.add(unit, rubric, view.name, rows.filter(isTouched))
  return {
    rows: new Map(rows.map(row => [row.row.id, row])),
    total: toDecimal(view.rubric.points),
    sumOf: (rowAt, here) =>
      sums(rowAt, { number: here.at('number'), view: rubric.rounds ? here.at('view') : undefined }),
  }
}

function isTouched(row: RowExplained): boolean {
  return row.parts.length > 0
}

function blockOf(
  context: BookContext,
  { component, methods }: PreparedComponent,
  method: Method,
  key: string,
): MethodBlock {
  switch (method.kind) {
    case 'rubric': {
      const prepared = [...methods].find(([tier]) => method.tiers?.includes(tier) ?? true)?.[1]
      if (prepared?.kind !== 'rubric') throw new RangeError(`a rubric without its terms: ${method.rubric}`)
      return rubricBlock(context, key, method, prepared.terms)
    }
    case 'ledger': {
      const prepared = [...methods].find(([tier]) => method.tiers?.includes(tier) ?? true)?.[1]
      if (prepared?.kind !== 'ledger') throw new RangeError('a ledger without its terms')
      return ledgerBlock(context, key, method, prepared.terms)
    }
    case 'quotaGrading':
      return gradingBlock(context, key, method, component.id)
    case 'survey':
      return surveyBlock(context, key, method, component.id)
    case 'ballots':
      return ballotBlock(context, key, method, component.id, component.base)
    case 'measure':
      return measureBlock(context, key, method)
  }
}
