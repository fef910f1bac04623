import type { QuotaGradingMethod } from '../../../domain/scheme/component.ts'
import { isNode } from '../nodes.ts'
import type { BookContext } from './bookContext.ts'
import { ratioFormula } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { printPoints, type Points } from '../../../domain/kernel/points.ts'
import { describeHeading } from './describeNote.ts'
import { textOf } from './textOf.ts'

/** Creates the columns for scoring by grade (等次): the grade given; its points are looked up among the grades of R5. (三（二）1) */
export function gradingBlock(
  context: BookContext,
  key: string,
  method: QuotaGradingMethod,
  component: string,
): MethodBlock {
  const { styles, outcome, prepared } = context
  const { points } = prepared.rulings.answer('gradePoints', component)
  const worth = (id: string): Points => points[id] ?? (0 as Points)
  const graded = (line: ComponentLine) =>
    line.method === method && line.node !== undefined && isNode(line.node, 'quotaGrading')
      ? line.node
      : undefined
  const names = new Map(outcome.components.appraisees.map(one => [one.unit, one.name]))
  const nameOf = (unit: string | undefined): string | undefined => unit && (names.get(unit) ?? unit)
  const told = method.grades.map(grade => `${grade.name}${printPoints(worth(grade.id))}分`).join('，')
  const notes = [
    ...prepared.rulings.notes('gradePoints', component),
    ...prepared.rulings.notes('quotaRounding', component),
  ]
  return {
    method,
    wholeThousandths: true,
    rounds: false,
    columns: [
      {
        key: `${key}.grade`,
        head: '评定等次',
        width: 10,
        style: styles.centred,
        note: describeHeading(outcome.scheme, method.citation, [told], notes),
        cell: line => graded(line)?.gradeName,
      },
      {
        key: `${key}.by`,
        head: '评定单位',
        width: 26,
        style: styles.text,
        cell: line => nameOf(graded(line)?.grading.by),
      },
    ],
    ratio: (_line, here) => {
      const cell = here.at(`${key}.grade`)
      const choice = method.grades.reduceRight(
        (rest, grade) => `IF(${cell}=${textOf(grade.name)},${worth(grade.id)},${rest})`,
        '0',
      )
      return ratioFormula(choice, 1, 1000, 1e9)
    },
  }
}
