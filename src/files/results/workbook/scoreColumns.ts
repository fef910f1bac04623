import type { ComponentColumn } from '../../../domain/score/scoreComponents.ts'
import { toDecimal, type Points } from '../../../domain/kernel/points.ts'
import { isNode } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { convertedRatio } from './conversionColumns.ts'
import { decimalOf } from './decimalOf.ts'
import { plainFormula, type RatioFormula, roundedFormula } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import type { Here, TableColumn } from './table.ts'
import { describeHeading, describeNote } from './describeNote.ts'

/** Text for a missing score (缺分) in a score's cell. */
export const MISSING = '缺分'

/** Creates the columns of a component's score: rounded once (R20); and the exact value beside it where the composite is computed from that. (三（二）) */
export function scoreColumns(
  context: BookContext,
  column: ComponentColumn,
  blocks: readonly MethodBlock[],
): readonly TableColumn<ComponentLine>[] {
  const { styles, outcome, prepared, rounding } = context
  const { component } = column.component
  const ratioOf = (line: ComponentLine, here: Here): RatioFormula | undefined => {
    const block = blocks.find(one => one.method === line.method)
    if (block === undefined || line.component.parts.some(part => isNode(part, 'decided'))) return undefined
    return component.conversion === undefined
      ? block.ratio(line, here)
      : convertedRatio(component.conversion, here, block.wholeThousandths)
  }
  const notes = [...prepared.rulings.notes('rounding'), ...prepared.rulings.notes('missingComponent')]
  const score: TableColumn<ComponentLine> = {
    key: 'score',
    head: `${component.name}得分`,
    width: 11,
    style: styles.total,
    parameter: toDecimal(component.base),
    note: describeHeading(outcome.scheme, component.citation, [`满分${toDecimal(component.base)}分`], notes),
    cell: (line, here) => {
      if (!line.isScore) return undefined
      const note = context.noted ? describeNote(line.component) : undefined
      const exact = column.exact[line.unit.at]
      if (exact === undefined) return { value: MISSING, style: styles.centred, note }
      const ratio = ratioOf(line, here)
      const formula = ratio === undefined ? undefined : roundedFormula(ratio, rounding, exact)
      return { value: toDecimal(column.points[line.unit.at]! as Points), formula, note }
    },
  }
  return rounding.roundComponents ? [score] : [exactColumn(context, column, ratioOf), score]
}

function exactColumn(
  { styles }: BookContext,
  column: ComponentColumn,
  ratioOf: (line: ComponentLine, here: Here) => RatioFormula | undefined,
): TableColumn<ComponentLine> {
  return {
    key: 'exact',
    head: '精确值（未修约）',
    width: 12,
    style: styles.mean,
    cell: (line, here) => {
      const exact = line.isScore ? column.exact[line.unit.at] : undefined
      if (exact === undefined) return undefined
      const ratio = ratioOf(line, here)
      return { value: decimalOf(exact), formula: ratio === undefined ? undefined : plainFormula(ratio) }
    },
  }
}
