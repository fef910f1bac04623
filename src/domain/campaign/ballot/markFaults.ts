import type { BallotMark } from '../../year/facts/facts.ts'
import { printPoints } from '../../kernel/points.ts'
import { voids, worthOf } from '../../score/debrief/voidRules.ts'
import type { BallotForm } from './ballotForm.ts'

/** What is wrong with the marks so far (填写中的问题). `void`: cast like this, the sheet would be void; `open`: lines without a mark count as abstentions. */
export interface MarkFault {
  readonly kind: 'void' | 'outOfRange' | 'open'
  readonly sentence: string
  /** The lines it concerns, by unit. */
  readonly units: readonly string[]
}

/**
 * Checks the marks while a voter is marking (填写时检查): void rules that already act, marks out of range,
 * lines without a mark. `allEqual` acts only once every line is marked, so that nobody is warned
 * on the second line. (R8)
 */
export function markFaults(form: BallotForm, marks: readonly BallotMark[]): readonly MarkFault[] {
  const byUnit = new Map(marks.map(mark => [mark.unit, mark]))
  const open = form.lines.filter(({ unit }) => !isMarked(byUnit.get(unit))).map(({ unit }) => unit)
  const outOfRange = marks.filter(mark => !isInRange(form, mark)).map(({ unit }) => unit)
  const faults: MarkFault[] = []
  if (outOfRange.length > 0)
    faults.push({
      kind: 'outOfRange',
      units: outOfRange,
      sentence: `评分要填0到${whole(form.full)}的整数，请改正`,
    })
  for (const rule of form.voids) {
    if (rule.kind === 'allEqual' && open.length > 0) continue
    if (!voids(rule, marks, form.gradePoints)) continue
    if (rule.kind === 'allEqual')
      faults.push({
        kind: 'void',
        units: [],
        sentence: '对所有人的评价都相同，这样的票是废票；请至少改一人',
      })
    else {
      const high = marks.filter(mark => (worthOf(mark, form.gradePoints) ?? -1) >= rule.atLeast)
      faults.push({
        kind: 'void',
        units: high.map(({ unit }) => unit),
        sentence: `${highName(form, rule.atLeast)}最多${rule.moreThan}人，现在有${high.length}人，这样的票是废票；请减少${high.length - rule.moreThan}人`,
      })
    }
  }
  if (open.length > 0)
    faults.push({ kind: 'open', units: open, sentence: `还有${open.length}人没有评价，不评的按弃权计` })
  return faults
}

/** Returns the sentences of the void rules (废票规则的说明), to be read before marking. */
export function voidRuleSentences(form: BallotForm): readonly string[] {
  return form.voids.map(rule =>
    rule.kind === 'allEqual'
      ? '对所有人的评价都相同的，是废票'
      : `${highName(form, rule.atLeast)}超过${rule.moreThan}人的，是废票`,
  )
}

/** Checks whether a mark is one of the form (评价是否在票样之内): whole points up to the full mark, one of the grades, or none. */
export function isInRange(form: BallotForm, { points, grade }: BallotMark): boolean {
  if (points !== undefined && grade !== undefined) return false
  if (grade !== undefined) return form.marks === 'grades' && form.grades.some(({ id }) => id === grade)
  if (points === undefined) return true
  return form.marks === 'points' && points % 1000 === 0 && points >= 0 && points <= form.full
}

function isMarked(mark: BallotMark | undefined): boolean {
  return mark !== undefined && (mark.points !== undefined || mark.grade !== undefined)
}

/** Names the marks that are high: `90分及以上` or, for grades, `“好”`. */
function highName(form: BallotForm, atLeast: number): string {
  if (form.marks === 'points') return `${whole(atLeast)}分及以上`
  const high = form.grades.filter(({ id }) => (form.gradePoints?.[id] ?? -1) >= atLeast)
  return high.map(({ name }) => `“${name}”`).join('、')
}

function whole(value: number): string {
  return printPoints(value as Parameters<typeof printPoints>[0]).replace(/\.00$/, '')
}
