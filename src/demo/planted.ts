/** A situation planted in a unit of the first prefecture, so that every situation of the notice occurs whatever the seed. */
export interface Planted {
  /** the place from the bottom that the unit is made for; 6 and 7 tie completely, 3 and 4 on the composite alone. */
  readonly fromBottom?: number
  /** points deducted in the inspection, in thousandths. */
  readonly lost?: number
  /** loses points in every row. */
  readonly everyRow?: boolean
  /** mean debrief mark (测评), in percent of the full mark. */
  readonly debrief?: number
  /** survey answers (民意调查), from the best to the worst scored one. */
  readonly survey?: readonly number[]
  /** the secretary changes during the year: first day of the new one, month-day. */
  readonly changedOn?: string
  /** the secretary does not change during the year. */
  readonly sameSecretary?: boolean
  /** past composites (综合得分) as percent of the base, by years before the cycle. */
  readonly past?: Readonly<Record<number, number>>
  readonly quality?: number
  /** proposed for 优秀 although the grade is not sufficient. */
  readonly excellentRefused?: boolean
  /** too few valid answers, so that the committee decides. */
  readonly thinSurvey?: boolean
  /** the ledger (台账) disagrees with the findings. */
  readonly disagrees?: boolean
}

/** The planted situations by unit index. */
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
