/** 预设情形 of a unit of the first prefecture, so that every situation of the notice is there whatever the seed. */
export interface Planted {
  /** 倒数第几名 that the unit is made for; 6 and 7 are tied for good, 3 and 4 on the composite alone. */
  readonly fromBottom?: number
  /** 扣分合计 of the inspection, in thousandths. */
  readonly lost?: number
  /** 每行都扣分. */
  readonly everyRow?: boolean
  /** 测评平均分, percent of the full mark. */
  readonly debrief?: number
  /** 民意调查 answers from the best to the worst scored one. */
  readonly survey?: readonly number[]
  /** 年中更换书记: the first day of the new one, month-day. */
  readonly changedOn?: string
  /** 全年未换书记. */
  readonly sameSecretary?: boolean
  /** 历年综合得分 as percent of the base, by years before the cycle. */
  readonly past?: Readonly<Record<number, number>>
  readonly quality?: number
  /** 拟评优秀而等次不够. */
  readonly excellentRefused?: boolean
  /** 有效答卷过少, so that the committee decides. */
  readonly thinSurvey?: boolean
  /** 台账与核查情况不一致. */
  readonly disagrees?: boolean
}

/** 各预设情形 by index of the unit. */
export const PLANTED: Readonly<Record<number, Planted>> = {
  24: {
    fromBottom: 1,
    lost: 48000,
    debrief: 70,
    survey: [2, 4, 14],
    sameSecretary: true,
    past: { 1: 61, 2: 62, 3: 82 },
  },
  37: {
    fromBottom: 2,
    lost: 45000,
    debrief: 71,
    survey: [2, 6, 12],
    sameSecretary: true,
    past: { 1: 63, 2: 83, 3: 84 },
  },
  42: {
    fromBottom: 3,
    lost: 42000,
    debrief: 74,
    survey: [3, 6, 11],
    changedOn: '04-10',
    past: { 1: 64.5, 2: 64, 3: 83 },
  },
  52: { fromBottom: 4, lost: 40000, debrief: 69, survey: [3, 6, 11] },
  60: { fromBottom: 5, lost: 38000, debrief: 72, survey: [3, 7, 10], everyRow: true },
  75: { fromBottom: 6, lost: 35000, debrief: 73, survey: [4, 7, 9] },
  82: { fromBottom: 7, lost: 35000, debrief: 73, survey: [4, 7, 9] },
  99: { fromBottom: 8, lost: 32000, debrief: 74, survey: [4, 8, 8] },
  109: { fromBottom: 9, lost: 30000, debrief: 75, survey: [5, 8, 7], past: { 2: 66 } },
  13: { quality: 0.6, disagrees: true },
  30: { changedOn: '08-10', quality: 0.7 },
  45: { thinSurvey: true, quality: 0.55 },
  62: { excellentRefused: true, quality: 0.35 },
}
