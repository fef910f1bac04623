import type { ClassVotes } from '../../year/facts/unitFacts.ts'
import { type ExactExplained, NO_PARTS, NO_RULINGS, type RulingNote } from '../../kernel/explanation.ts'
import { by, type Fraction, over, plus, ratio, whole } from '../../kernel/fraction.ts'
import { type Points, points, printPoints, sum, toDecimal } from '../../kernel/points.ts'
import { nearestThousandth } from '../../kernel/rounding.ts'
import type { BallotsMethod } from '../../scheme/component.ts'
import type { BallotScale } from '../../scheme/ruling.ts'
import type { Missing } from '../missing.ts'

/** Explanation of a debrief score (述职测评得分的说明): one part for each voter class, or one for all together. (四（四）, R8) */
export interface BallotsExplained extends ExactExplained {
  readonly kind: 'ballots'
  readonly valid: number
  readonly voided: number
  readonly abstained: number
  readonly pooling: BallotScale['pooling']
}

/** Explanation of a voter class (一个票种的说明): the mean of its marks, trimmed where R8 says so. `dropped` is how many marks were left out at each end. */
export interface VoterClassExplained extends ExactExplained {
  readonly kind: 'voterClass'
  readonly name: string
  /** The names of the classes merged with it, for each had too few sheets. */
  readonly also?: readonly string[]
  readonly weight?: number
  readonly valid: number
  readonly dropped: number
}

/**
 * Scores the debrief ballots (述职测评得分): the mean of all valid marks, or class means by weight; trimmed
 * above a given number of marks; scaled from the full mark to the component's base. Missing without a
 * valid mark, or with an empty class where R8 refuses one. (四（四）, R8)
 */
export function scoreBallots(
  votes: readonly ClassVotes[],
  method: BallotsMethod,
  scale: BallotScale,
  componentBase: Points,
  notes: readonly RulingNote[],
): BallotsExplained | Missing {
  const parts = scale.pooling === 'plainMean' ? pooled(votes, method, scale) : byClass(votes, method, scale)
  if ('missing' in parts) return parts
  const weights = parts.reduce((sum, part) => sum + points(part.weight ?? 1), 0)
  if (weights === 0) return { missing: 'noVotes' }
  const weighted = parts.map(part => by(part.exact, whole(points(part.weight ?? 1)))).reduce(plus, whole(0))
  const exact = over(by(weighted, whole(componentBase)), whole(weights * method.full))
  const count = (of: (one: ClassVotes) => number) => votes.reduce((sum, one) => sum + of(one), 0)
  return {
    kind: 'ballots',
    citation: method.citation,
    points: nearestThousandth(exact),
    exact,
    parts,
    rulings: notes,
    valid: count(one => one.marks.length),
    voided: count(one => one.voided),
    abstained: count(one => one.abstained),
    pooling: scale.pooling,
  }
}

/** Returns the sentence of a debrief score (述职测评的句子). */
export function ballotsSentence({
  valid,
  voided,
  abstained,
  pooling,
  points: score,
}: BallotsExplained): string {
  const rest = [voided > 0 ? `废票${voided}张` : '', abstained > 0 ? `弃权${abstained}张` : ''].filter(
    text => text !== '',
  )
  const how = pooling === 'plainMean' ? '全部有效票平均' : '各票种平均后按权重合成'
  return `测评有效票${valid}张${rest.length > 0 ? `（另有${rest.join('、')}）` : ''}，${how}，得${printPoints(score)}分`
}

/** Returns the sentence of a voter class (一个票种的句子). */
export function voterClassSentence({
  name,
  also = [],
  weight,
  valid,
  dropped,
  points: score,
}: VoterClassExplained): string {
  const share = weight === undefined ? '' : `（权重${weight}）`
  const trimmed = dropped > 0 ? `，去掉最高、最低各${dropped}张` : ''
  return `${[name, ...also].join('、')}${also.length > 0 ? '合并' : ''}${share}：有效票${valid}张${trimmed}，平均${printPoints(score)}分`
}

function pooled(
  votes: readonly ClassVotes[],
  method: BallotsMethod,
  scale: BallotScale,
): readonly VoterClassExplained[] {
  const marks = ([] as number[]).concat(...votes.map(one => one.marks))
  return marks.length === 0 ? [] : [explainClass('全部票', marks, method, scale)]
}

function byClass(
  votes: readonly ClassVotes[],
  method: BallotsMethod,
  scale: BallotScale,
): readonly VoterClassExplained[] | Missing {
  const parts: VoterClassExplained[] = []
  for (const voterClass of method.classes) {
    const own = votes.find(one => one.voterClass === voterClass.id)
    const merged = method.classes.filter(({ id }) => own?.also?.includes(id))
    const weight = weightOf([voterClass, ...merged], scale)
    const marks = own?.marks ?? []
    if (weight === 0 || (own === undefined && votes.some(one => one.also?.includes(voterClass.id)))) continue
    const also = merged.length === 0 ? undefined : merged.map(({ name }) => name)
    if (marks.length > 0) parts.push({ ...explainClass(voterClass.name, marks, method, scale), also, weight })
    else if (scale.emptyClass === 'refuse')
      return votes.length === 0 ? { missing: 'noVotes' } : { missing: 'emptyVoterClass' }
  }
  return parts
}

/** Returns the weight of classes scored together: the sum of theirs. */
function weightOf(classes: readonly { readonly id: string }[], { weights = {} }: BallotScale): number {
  return toDecimal(sum(classes.map(({ id }) => points(weights[id] ?? 0))))
}

function explainClass(
  name: string,
  marks: readonly number[],
  method: BallotsMethod,
  scale: BallotScale,
): VoterClassExplained {
  const { trim } = scale
  const dropped =
    trim !== undefined && marks.length > trim.above && marks.length > 2 * trim.drop ? trim.drop : 0
  const exact = trimmedMean(marks, dropped)
  return {
    kind: 'voterClass',
    citation: method.citation,
    points: nearestThousandth(exact),
    exact,
    parts: NO_PARTS,
    rulings: NO_RULINGS,
    name,
    valid: marks.length,
    dropped,
  }
}

function trimmedMean(marks: readonly number[], dropped: number): Fraction {
  if (dropped === 0) return mean(marks)
  const sorted = marks.toSorted((a, b) => a - b)
  return mean(sorted.slice(dropped, sorted.length - dropped))
}

function mean(marks: readonly number[]): Fraction {
  let sum = 0
  for (const mark of marks) sum += mark
  return ratio(sum, marks.length)
}
