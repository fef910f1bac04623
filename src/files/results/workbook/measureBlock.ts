import { toDecimal } from '../../../domain/kernel/points.ts'
import type { MeasureMethod } from '../../../domain/scheme/component.ts'
import { isNode } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { ratioFormula, thousandthsOf } from './exactFormula.ts'
import type { MethodBlock } from './methodBlock.ts'
import { describeHeading } from './describeNote.ts'

/** Creates the column for scoring directly by a measure (指标): the measure's value. */
export function measureBlock(context: BookContext, key: string, method: MeasureMethod): MethodBlock {
  const measure = context.outcome.scheme.measures.find(one => one.id === method.measure)
  return {
    method,
    wholeThousandths: true,
    rounds: false,
    columns: [
      {
        key: `${key}.value`,
        head: `${measure?.name ?? method.measure}${measure === undefined ? '' : `（${measure.unit}）`}`,
        width: 12,
        style: context.styles.amount,
        note: describeHeading(context.outcome.scheme, method.citation, [], []),
        cell: ({ method: own, node }) =>
          own === method && node !== undefined && isNode(node, 'measure')
            ? toDecimal(node.points)
            : undefined,
      },
    ],
    ratio: (_line, here) => ratioFormula(thousandthsOf(here.at(`${key}.value`)), 1, 1000, 2 ** 40),
  }
}
