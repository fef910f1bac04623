import type { InspectionTerms } from '../../../domain/score/inspection/scoreInspection.ts'
import type { RubricMethod } from '../../../domain/scheme/component.ts'
import { isNode } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { commonDivisor, type RatioFormula, ratioFormula, thousandthsOf } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { rubricColumns } from './rubricColumns.ts'
import type { Here } from './table.ts'
import { describeHeading } from './describeNote.ts'

/** Checks whether a score has rounds: several that are combined (R1), or the lead unit's own inspections beside them (R22). */
export function hasRounds({ combine, lead }: InspectionTerms): boolean {
  return combine !== 'accumulate' || lead.use === 'weighted'
}

/** Creates the columns for scoring by rubric (评分细则): one column per row, section gifts, the total; rounds have a line each below the appraisee's. (三（二）2, R1) */
export function rubricBlock(
  context: BookContext,
  key: string,
  method: RubricMethod,
  terms: InspectionTerms,
): MethodBlock {
  const { styles, outcome } = context
  const rounds = hasRounds(terms)
  const named = (own: string): string => `${key}.${own}`
  const columns = rubricColumns<ComponentLine>(
    context,
    terms.rubric,
    line => (line.method === method ? line.fill : undefined),
    '细则合计',
  )
  const view = {
    key: 'view',
    head: '场次',
    width: 12,
    style: styles.centred,
    note: describeHeading(outcome.scheme, method.citation, [], [...terms.combineNotes, ...terms.leadNotes]),
    cell: (line: ComponentLine) => line.view?.name ?? (line.below > 0 ? '合成' : undefined),
  }
  return {
    method,
    wholeThousandths: !rounds && terms.rubric.rubric.base === terms.componentBase,
    rounds,
    columns: prefixed(rounds ? [view, ...columns] : columns, named),
    ratio: (line, here) => combined(line, { ...here, at: own => here.at(named(own)) }, terms),
  }
}

/** Adds the method's prefix to the column keys, since the columns of several methods share one table. */
function prefixed(columns: MethodBlock['columns'], named: (own: string) => string): MethodBlock['columns'] {
  const own = new Set(columns.map(column => column.key))
  const name = (key: string): string => (own.has(key) ? named(key) : key)
  return columns.map(column => ({
    ...column,
    key: named(column.key),
    cell: (line, here) =>
      column.cell(line, {
        ...here,
        at: key => here.at(name(key)),
        parameter: key => here.parameter(name(key)),
      }),
  }))
}

/** Combines the rounds: own rounds averaged, the lead unit's joined by its percentage, scaled from the rubric's base to the component's. */
function combined(
  line: ComponentLine,
  here: Here,
  { rubric, componentBase, lead }: InspectionTerms,
): RatioFormula | undefined {
  const { node } = line
  if (node === undefined || !isNode(node, 'inspection')) return undefined
  const [divisor, base] = [commonDivisor(componentBase, rubric.rubric.base), rubric.rubric.base]
  const [up, down] = [componentBase / divisor, base / divisor]
  const most = Math.max(1, ...node.parts.map(part => Math.abs(part.points))) * 8
  if (line.view !== undefined)
    return ratioFormula(thousandthsOf(here.at('rubricTotal')), up, 1000 * down, most * up)
  const percent = node.leadPercent !== undefined && lead.use === 'weighted' ? lead.percent : undefined
  const own = line.below - (percent === undefined ? 0 : 1)
  const cell = (below: number): string => here.at('rubricTotal').replace(/\d+$/, String(here.row + below))
  const sum = thousandthsOf(own === 1 ? cell(1) : `SUM(${cell(1)}:${cell(own)})`)
  if (percent === undefined) return ratioFormula(sum, up, 1000 * own * down, most * up * own)
  const shared = commonDivisor(percent, 100_000)
  const [theirs, ours] = [percent / shared, (100_000 - percent) / shared]
  const num = `${ours}*${sum}+${theirs * own}*${thousandthsOf(cell(line.below))}`
  return ratioFormula(num, up, 1000 * own * down * (100_000 / shared), most * up * own * (100_000 / shared))
}
