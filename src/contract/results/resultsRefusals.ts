import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the results says no: a permanent code, and the Chinese sentence of its values. */
export const resultsRefusals = {
  cannotScore: ({ reasons }: { reasons: string }) => `现在还不能计分：${reasons}；请处理后再试`,
  unitNotAppraised: ({ unit }: { unit: string }) =>
    `“${unit}”在名册里，但不是考核对象，没有得分可说明；如应纳入，请在名册中核对级别和隶属`,
  dayAhead: ({ day }: { day: string }) => `${day}还没有到；请选今天或以前的日期`,
  dayNotKept: ({ day, since }: { day: string; since: string }) =>
    `${day}的情形未留存：本年度的情形自${since}起留存；请选这一天或以后的日期`,
  factFaulty: ({ faults }: { faults: string }) => `录入的内容不能成立，没有保存：${faults}`,
  whatIfUnknownFact: ({ count }: { count: number }) =>
    `要改动的事实中有${count}条已不在年度里，可能已被撤回；请刷新后重新试算`,
  whatIfSchemeFaulty: ({ total, faults }: { total: number; faults: string }) =>
    `改动后的方案有${total}处错误，不能试算：${faults}；请改正后再试`,
  whatIfEmpty: () => '没有任何改动，不必写入；请先作出改动',
  noticeNotYet: ({ why }: { why: string }) => `现在还不能登记送达：${why}`,
  noticeNotDue: ({ unit, name }: { unit: string; name: string }) =>
    `审定的结果中“${unit}”没有“${name}”这一项结果运用，不能登记送达；请刷新后核对`,
  noticeAlreadyServed: ({ by, on }: { by: string; on: string }) =>
    `这份通知已由${by}登记于${on}送达，不必重复登记`,
  noticeNotServed: () => '这份通知还没有送达，不能回复；请先由组织考核者登记送达',
  noticeAlreadyReplied: ({ by, on }: { by: string; on: string }) =>
    `这份通知已由${by}于${on}回复；如需补充，请联系组织考核者`,
  servedInFuture: ({ day }: { day: string }) => `${day}还没有到；请填写实际办理的日期`,
  jobNotDone: ({ state }: { state: string }) => `文件还没有做好（${state}），不能取走；请等完成后再取`,
  jobExpired: () => '文件已过保存期限，已经删除；请重新导出',
  tooManyJobs: ({ most }: { most: number }) => `您已有${most}个后台任务在进行，请等其中一个完成或取消后再试`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof resultsRefusals> {}
}
