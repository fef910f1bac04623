/** Results of a call-back. */
export const callBackNames = {
  confirmed: '情况属实',
  differs: '与记录不符，退回重访',
  notReached: '未联系上',
} as const

/** How far a unit is. */
export const unitStateNames = {
  calling: '访问中',
  checking: '待回访',
  ready: '可以分离',
  separated: '已分离',
} as const

/** Kinds of questions. */
export const questionKindNames = { satisfaction: '满意度题', choice: '选择题', open: '开放题' } as const

/** Whether a unit differs from all by more than chance. */
export const chanceNames = { over: '明显高于平均', under: '明显低于平均' } as const

/** Prints a standing from 0 (last) to 1 (first) by the nearer end: 前11%, 后10%. */
export function printStanding(standing: number): string {
  const fromTop = Math.round((1 - standing) * 100)
  return fromTop > 50 ? `后${Math.max(1, 100 - fromTop)}%` : `前${Math.max(1, fromTop)}%`
}

/** What an inspector may ask where the survey and another component disagree. */
export function questionOf(of: {
  readonly componentName: string
  readonly survey: number
  readonly other: number
}): string {
  return of.survey < of.other
    ? `${of.componentName}好而群众评价低，台账所记是否落到了实处？`
    : `群众评价好而${of.componentName}低，是工作没有记下来，还是标准没有掌握？`
}

/** The same for a theme of the inspection. */
export function themeQuestionOf({
  clean,
  faulted,
}: {
  readonly clean: number
  readonly faulted: number
}): string {
  return clean >= faulted ? '是确实没有问题，还是没有查到？' : '扣分的事群众是否知道，是否已经改好？'
}
