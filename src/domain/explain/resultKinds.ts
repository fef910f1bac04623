import type { Appraisee } from '../year/roster/appointAppraisees.ts'
import type { Consequence, GradeResult, Standing } from '../score/outcome.ts'
import type { Explained } from '../kernel/explanation.ts'
import { type Points, printPoints } from '../kernel/points.ts'

/** Explanation of an appraisee's result for the year (一个考核对象全年结果的说明): composite, grade, standing, consequences. (五) */
export interface ResultExplained extends Explained {
  readonly kind: 'result'
  readonly appraisee: Appraisee
  readonly absent: boolean
}
/** Explanation of a grade (等次的说明). (五（一）, R12) */
export interface GradeExplained extends Explained {
  readonly kind: 'grade'
  readonly grade: GradeResult
  readonly bandName: string
}
/** Explanation of a standing (名次的说明). (五（三）, R9-R11) */
export interface StandingExplained extends Explained {
  readonly kind: 'standing'
  readonly standing: Standing
  readonly rankingName: string
  readonly brokenByName?: string
}
/** Explanation of a consequence (结果运用的说明). (五（三）（四）) */
export interface ConsequenceExplained extends Explained {
  readonly kind: 'consequence'
  readonly consequence: Consequence
}
/** Explanation of a conversion (折算的说明). (五（三）, R16) */
export interface ConversionExplained extends Explained {
  readonly kind: 'conversion'
  readonly name: string
}

/** Returns the sentence of a result (结果的句子). */
export function resultSentence({ appraisee, absent, points }: ResultExplained): string {
  const who =
    appraisee.personName === undefined ? '' : `，考核对象：${appraisee.personName}（${appraisee.why}）`
  return `${appraisee.name}${who}：${absent ? '综合得分暂缺' : `综合得分${printPoints(points)}分`}`
}

const MOVED = { precondition: '不具备前提条件', veto: '触发否决事项', quota: '受名额限制' } as const

/** Returns the sentence of a grade (等次的句子). */
export function gradeSentence({ grade, bandName }: GradeExplained): string {
  if (grade.movedBy === undefined) return `综合评价等次为“${grade.name}”`
  return `按得分属“${bandName}”，因${MOVED[grade.movedBy]}，定为“${grade.name}”`
}

/** Returns the sentence of a standing (名次的句子). */
export function standingSentence({ standing, rankingName, brokenByName }: StandingExplained): string {
  const { of, place, fromBottom, tiedWith, acrossEdge, bandsApply, decided } = standing
  const told = [`在“${rankingName}”${of}个考核对象中列第${place}名，倒数第${fromBottom}名`]
  if (tiedWith.length > 0) told.push(`与${tiedWith.length}个单位并列`)
  if (brokenByName !== undefined) told.push(`综合得分相同，以“${brokenByName}”得分分先后`)
  if (acrossEdge && !decided) told.push('并列跨越名次段边界，须由考核组织者研究')
  if (decided) told.push('倒数名次由考核组织者决定')
  if (bandsApply === 'undecided') told.push('人数较少，名次段是否适用待考核组织者决定')
  if (bandsApply === 'no') told.push('考核组织者决定名次段不适用')
  return told.join('，')
}

/** Returns the sentence of a consequence (结果运用的句子). */
export function consequenceSentence({ consequence }: ConsequenceExplained): string {
  const { name, years, deduction, nextYear } = consequence
  const running = years.length > 1 ? `（${years.map(year => `${year}年`).join('、')}连续）` : ''
  const what = deduction === undefined ? '' : `，绩效考核扣${printPoints(deduction)}分`
  return `${name}${running}${what}${nextYear === true ? '，下一年度执行' : ''}`
}

/** Returns the sentence of a conversion (折算的句子). */
export function conversionSentence({ name, points }: ConversionExplained): string {
  return `折算计入“${name}”${printPoints(points as Points)}分`
}
