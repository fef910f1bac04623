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
  const scored = classesScored(votes, method, scale)
  const isRefused = scale.pooling === 'classWeights' && scale.emptyClass === 'refuse'
  if (isRefused && scored.length < listClasses(votes, method, scale).length)
    return votes.length === 0 ? { missing: 'noVotes' } : { missing: 'emptyVoterClass' }
  const parts = scored.map(({ name, also, ownWeight, from }): VoterClassExplained => {
    const marks = ([] as number[]).concat(...from.map(one => one.marks))
    return { ...explainClass(name, marks, method, scale), also, weight: ownWeight }
  })
  const weights = scored.reduce((total, { weight }) => total + weight, 0)
  if (weights === 0) return { missing: 'noVotes' }
  const weighted = parts.map(({ exact }, at) => by(exact, whole(scored[at]!.weight))).reduce(plus, whole(0))
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

/** Voter classes that are scored as one (一并计分的票种): the votes, the weight in whole thousandths, and the names. */
interface ScoredClass {
  readonly name: string
  readonly also?: readonly string[]
  /** Absent where all marks are pooled. */
  readonly ownWeight?: number
  readonly weight: number
  readonly from: readonly ClassVotes[]
}

/** Lists the classes that R8 scores (计分的票种): all marks pooled, or each class of the method by weight; those without a mark too, but none of weight zero. */
function listClasses(
  votes: readonly ClassVotes[],
  method: BallotsMethod,
  scale: BallotScale,
): readonly ScoredClass[] {
  if (scale.pooling === 'plainMean') return [{ name: '全部票', weight: points(1), from: votes }]
  return method.classes.flatMap(voterClass => {
    const own = votes.find(one => one.voterClass === voterClass.id)
    const merged = method.classes.filter(({ id }) => own?.also?.includes(id))
    const ownWeight = weightOf([voterClass, ...merged], scale)
    if (ownWeight === 0 || (own === undefined && votes.some(one => one.also?.includes(voterClass.id))))
      return []
    const also = merged.length === 0 ? undefined : merged.map(({ name }) => name)
    return [{ name: voterClass.name, also, ownWeight, weight: points(ownWeight), from: own ? [own] : [] }]
  })
}

/** Lists the classes with a mark that R8 scores (有评价的计分票种). */
export function classesScored(
  votes: readonly ClassVotes[],
  method: BallotsMethod,
  scale: BallotScale,
): readonly ScoredClass[] {
  return listClasses(votes, method, scale).filter(({ from }) => from.some(({ marks }) => marks.length > 0))
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
  const dropped = trimmedOff(marks.length, scale)
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

/** Returns how many marks are left out at each end (去掉最高、最低几张) of so many. (R8) */
export function trimmedOff(marks: number, { trim }: BallotScale): number {
  return trim !== undefined && marks > trim.above && marks > 2 * trim.drop ? trim.drop : 0
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
