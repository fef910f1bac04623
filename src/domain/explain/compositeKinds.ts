import type { QuotaProof } from '../score/routine/quotaCounts.ts'
import { type MissingReason, missingSentences } from '../score/missing.ts'
import type { Explained } from '../kernel/explanation.ts'
import { approximate, compareFractions, type Fraction, ratio, whole } from '../kernel/fraction.ts'
import { type Points, printPoints } from '../kernel/points.ts'
import { nearestThousandth, type Rounding } from '../kernel/rounding.ts'

/** Explanation of a composite (综合得分的说明): components, lists, vetoes, limits, and the rounding. (三（一）) */
export interface CompositeExplained extends Explained {
  readonly kind: 'composite'
  readonly absent: boolean
}
/** Explanation of a component (一个分项的说明): its score on its own base and its share of the composite. (三（一）) */
export interface ComponentExplained extends Explained {
  readonly kind: 'component'
  readonly name: string
  readonly base: Points
  readonly weight: Points
  /** Share of the composite, in exact thousandths; absent when the component is missing. */
  readonly contribution?: Fraction
}
/** Explanation of grade quotas (名额推算的说明): the exact shares of a group and the whole places derived from them. (三（二）1, R4) */
export interface QuotaExplained extends Explained {
  readonly kind: 'quota'
  readonly proof: QuotaProof
  readonly grades: readonly { readonly name: string; readonly given: number }[]
}
/** Explanation of a missing score (缺分的说明). (R19) */
export interface MissingExplained extends Explained {
  readonly kind: 'missing'
  readonly reason: MissingReason
}
/** Explanation of a decided score (决定得分的说明): the committee set the figure. */
export interface DecidedExplained extends Explained {
  readonly kind: 'decided'
  readonly by: string
  readonly reason: string
}
/** Explanation of a rounding (修约的说明): the exact value, the decimals kept, and the resulting figure. (R20) */
export interface RoundingExplained extends Explained {
  readonly kind: 'rounding'
  readonly exact: Fraction
  readonly rounding: Rounding
}
/** Explanation of a ratio to the best score (与最好成绩之比的说明). */
export interface RatioToBestExplained extends Explained {
  readonly kind: 'ratioToBest'
  readonly own: Fraction
  readonly best: Fraction
  readonly full: Points
}
/** Explanation of points by place (名次计分的说明). */
export interface RankToPointsExplained extends Explained {
  readonly kind: 'rankToPoints'
  readonly place: number
  readonly of: number
}
/** Explanation of a missing component shared out among the others (缺分项由其余分项分担的说明). (R19) */
export interface RenormalisedExplained extends Explained {
  readonly kind: 'renormalised'
  readonly present: Points
}
/** Explanation of a veto (否决的说明). */
export interface VetoExplained extends Explained {
  readonly kind: 'veto'
  readonly name: string
  readonly reason: string
  readonly effect: string
}
/** Explanation of a limit on the composite (综合得分上下限的说明). (R3) */
export interface HeldExplained extends Explained {
  readonly kind: 'held'
  readonly limit: Points
}

/** Returns the sentence of a composite (综合得分的句子). */
export function compositeSentence({ absent, points }: CompositeExplained): string {
  return absent ? '有分项缺分，综合得分暂缺，不能封存' : `综合得分${printPoints(points)}分`
}
/** Returns the sentence of a component (分项的句子). */
export function componentSentence({ name, base, weight, points, contribution }: ComponentExplained): string {
  if (contribution === undefined) return `${name}（权重${printPoints(weight)}%）：缺分`
  return `${name}：满分${printPoints(base)}分，得${printPoints(points)}分，按${printPoints(weight)}%计入${printExact(contribution)}分`
}
/** Returns the sentence of grade quotas (名额推算的句子). */
export function quotaSentence({ proof, grades }: QuotaExplained): string {
  const { n, numerators, denominator, counts } = proof
  const told = grades.map(({ name, given }, at) => {
    const exact = nearestThousandth(ratio(numerators[at]! * 1000, denominator))
    return `“${name}”应占${printPoints(exact)}个，名额${counts[at]}个，已评${given}个`
  })
  return `同组${n}个单位按比例定名额：${told.join('；')}`
}
/** Returns the sentence of a missing score (缺分的句子). */
export function missingSentence({ reason }: MissingExplained): string {
  return `缺分：${missingSentences[reason]}`
}
/** Returns the sentence of a decision (决定的句子). */
export function decidedSentence({ by, reason, points }: DecidedExplained): string {
  return `${by}决定计${printPoints(points)}分，理由：${reason}`
}
/** Returns the sentence of a rounding (修约的句子). */
export function roundingSentence({ exact, rounding, points }: RoundingExplained): string {
  if (compareFractions(exact, whole(points)) === 0) return `${printPoints(points)}分，无须修约`
  const how = rounding.half === 'up' ? '四舍五入' : '四舍六入五成双'
  return `精确值${printExact(exact)}，${how}保留${rounding.decimals}位小数，为${printPoints(points)}分`
}
/** Returns the sentence of a ratio to the best score (与最好成绩之比的句子). */
export function ratioToBestSentence({ own, best, full, points }: RatioToBestExplained): string {
  return `本单位${printExact(own)} ÷ 同组最好${printExact(best)} × ${printPoints(full)}，约${printPoints(points)}分`
}
/** Returns the sentence of points by place (名次计分的句子). */
export function rankToPointsSentence({ place, of, points }: RankToPointsExplained): string {
  return `同组${of}个单位中列第${place}名，按名次计${printPoints(points)}分`
}
/** Returns the sentence of a share-out of missing components (分担的句子). */
export function renormalisedSentence({ present }: RenormalisedExplained): string {
  return `缺分项不计，其余分项合计权重${printPoints(present)}%，按比例折成100%`
}
/** Returns the sentence of a veto (否决的句子). */
export function vetoSentence({ name, reason, effect }: VetoExplained): string {
  return `否决事项“${name}”：${effect}（${reason}）`
}
/** Returns the sentence of a limit (上下限的句子). */
export function heldSentence({ limit, points }: HeldExplained): string {
  return points < 0
    ? `综合得分以${printPoints(limit)}分为限，超出的${printPoints(-points as Points)}分不计`
    : `综合得分最低为${printPoints(limit)}分`
}

/** Prints an exact value: as a decimal when it is whole thousandths, otherwise as the fraction with its nearest decimal. */
function printExact(value: Fraction): string {
  const decimal = approximate(value)
  if (Number.isInteger(decimal)) return printPoints(decimal as Points)
  return `${(decimal / 1000).toFixed(6)}…`
}
