import type { Explained, RulingNote } from '../../kernel/explanation.ts'
import { type Points, printPoints } from '../../kernel/points.ts'
import type { Row } from '../../scheme/rubric.ts'

/** Explanation of a row (一行得分的说明): base, deductions by its rules, bonuses, and whether floor or cap held it. (附件) */
export interface RowExplained extends Explained {
  readonly kind: 'row'
  readonly row: Row
  readonly deducted: Points
  readonly bonus: Points
  readonly zeroed: boolean
  /** Whether its points are earned from zero, up to its cap. */
  readonly earned?: true
}

/** Builds the explanation of a row (构造一行的说明). */
export function rowExplained(
  row: Row,
  points: number,
  parts: readonly Explained[],
  rulings: readonly RulingNote[],
  deducted: number,
  bonus: number,
  zeroed: boolean,
): RowExplained {
  return {
    kind: 'row',
    citation: row.citation,
    points: points as Points,
    parts,
    rulings,
    row,
    deducted: deducted as Points,
    bonus: bonus as Points,
    zeroed,
  }
}

/** Returns the sentence of a row (一行的句子): points (分值) less deductions (扣分) plus bonuses (加分), and the floor or cap that held it. */
export function rowSentence(node: RowExplained): string {
  const { row, points, deducted, bonus, zeroed, earned } = node
  const score = `得${printPoints(points)}分`
  if (earned === true) return `${row.title}：${earnedSteps(node).join('，')}，${score}`
  if (deducted === 0 && bonus === 0 && !zeroed)
    return `${row.title}：分值${printPoints(row.base)}分，未扣分，${score}`
  const steps = [`分值${printPoints(row.base)}分`]
  if (zeroed) steps.push('本行不得分')
  else if (deducted > 0) steps.push(`应扣${printPoints(deducted)}分`)
  if (bonus > 0) steps.push(`加${printPoints(bonus)}分`)
  const plain = row.base - deducted + bonus
  if (!zeroed && plain < points) steps.push('扣到下限为止')
  if (!zeroed && plain > points) steps.push('加到上限为止')
  return `${row.title}：${steps.join('，')}，${score}`
}

function earnedSteps({ row, points, deducted, bonus, zeroed }: RowExplained): readonly string[] {
  const steps = [`满分${printPoints(row.cap!)}分，从0分起`]
  if (bonus > 0) steps.push(`应得${printPoints(bonus)}分`)
  if (zeroed) steps.push('本行不得分')
  else if (deducted > 0) steps.push(`扣${printPoints(deducted)}分`)
  if (bonus === 0 && deducted === 0 && !zeroed) steps.push('没有得分的情形')
  if (!zeroed && bonus - deducted > points) steps.push('以满分为限')
  return steps
}
