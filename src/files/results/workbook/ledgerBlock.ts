import type { LedgerTerms } from '../../../domain/score/routine/scoreLedger.ts'
import { type Points, toDecimal } from '../../../domain/kernel/points.ts'
import type { LedgerMethod } from '../../../domain/scheme/component.ts'
import { isNode, partsOf } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { commonDivisor, ratioFormula, thousandthsOf } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { describeHeading } from './describeNote.ts'

/** Creates the columns for scoring by ledger (台账): one count per counter under its tariff, and the total deduction. (三（二）1, R6) */
export function ledgerBlock(
  context: BookContext,
  key: string,
  method: LedgerMethod,
  terms: LedgerTerms,
): MethodBlock {
  const { styles, outcome } = context
  const counters = Object.entries(terms.answer.tariff)
  const scored = (line: ComponentLine) =>
    line.method === method && line.node !== undefined && isNode(line.node, 'ledger') ? line.node : undefined
  const [first, last] = [`${key}.counter0`, `${key}.counter${counters.length - 1}`]
  const base = toDecimal(terms.answer.base)
  const divisor = commonDivisor(terms.componentBase, terms.answer.base)
  const [up, down] = [terms.componentBase / divisor, terms.answer.base / divisor]
  return {
    method,
    wholeThousandths: up === down,
    rounds: false,
    columns: [
      ...counters.map(([counter, each], at) => ({
        key: `${key}.counter${at}`,
        head: terms.names.get(counter) ?? counter,
        width: 9,
        style: styles.integer,
        parameter: toDecimal(each),
        note: describeHeading(
          outcome.scheme,
          method.citation,
          [
            `每次扣${toDecimal(each)}分`,
            ...(terms.silent.includes(counter) ? ['在评分细则中扣，这里不计'] : []),
          ],
          terms.notes,
        ),
        cell: (line: ComponentLine) => {
          const node = scored(line)
          if (node === undefined || terms.silent.includes(counter)) return undefined
          return partsOf(node, 'ledgerItem').find(item => item.counter === counter)?.count ?? 0
        },
      })),
      {
        key: `${key}.deducted`,
        head: '台账扣分',
        width: 9,
        style: styles.deduction,
        note: describeHeading(outcome.scheme, method.citation, ['各项次数×每次扣分，合计'], terms.notes),
        cell: (line, here) => {
          const node = scored(line)
          if (node === undefined) return undefined
          const taken = -node.parts.reduce((sum, part) => sum + part.points, 0)
          if (counters.length === 0) return 0
          const [from, to] = [here.at(first), here.at(last)]
          const tariff = `${here.parameter(first)}:${here.parameter(last)}`
          return {
            value: toDecimal(Math.max(0, taken) as Points),
            formula: `ROUND(SUMPRODUCT(${from}:${to},${tariff}),3)`,
          }
        },
      },
    ],
    ratio: (_line, here) =>
      ratioFormula(
        thousandthsOf(`MAX(0,${base}-${here.at(`${key}.deducted`)})`),
        up,
        1000 * down,
        8 * terms.answer.base * up,
      ),
  }
}
