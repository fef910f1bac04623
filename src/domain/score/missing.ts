/** Reason for a missing score (缺分的原因). Absent is neither zero nor full marks. (三（一）, R19) */
export type MissingReason = keyof typeof missingSentences

/** Sentences of the reasons for a missing score (缺分原因的句子), each saying what to do. */
export const missingSentences = {
  noMethod: '方案没有规定该层级单位这一分项的计分方法，请在方案中补上',
  notInspected: '全年没有核查场次，也没有核查情况，请补录核查场次',
  noMeasure: '评分细则所用的指标没有数值，请补录指标',
  noLevel: '评分细则有定档得分的一行还没有评定档次，请补录',
  noLedger: '台账中没有任何记录，请补录；确无缺席和迟报、漏报、错报的，请录一条次数为0的记录',
  notGraded: '没有评定等次，请由牵头单位评定后录入',
  noSurvey: '没有民意调查结果，请录入',
  tooFewAnswers: '有效答卷少于口径规定的最少份数，请补充调查，或由考核组织者作出决定',
  emptySurveyGroup: '有一类调查对象没有有效答卷，按口径不得分，请补充调查或作出决定',
  noVotes: '没有有效的测评票，请录入测评票或作出决定',
  emptyVoterClass: '有一类测评人没有有效票，按口径不得分，请补录或作出决定',
  noBest: '同组没有高于零分的最好成绩，无法折算，请核对指标',
} as const

/** A missing score (缺分). */
export interface Missing {
  readonly missing: MissingReason
}

/** Tells whether a score is missing (是否缺分). */
export function isMissing(value: object): value is Missing {
  return 'missing' in value
}
