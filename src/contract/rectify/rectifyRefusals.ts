import type { RectifyRefusalValues } from '../../domain/kernel/rectifyRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Chinese sentences for the refusals of a problem's lifecycle. */
export const rectifySentences: {
  readonly [C in keyof RectifyRefusalValues]: (values: RectifyRefusalValues[C]) => string
} = {
  problemLocked: ({ state }) => `这个问题“${state}”，这一步现在办不了；请刷新后再看`,
  problemOwnReview: () => '这份问题清单由您拟稿，须由另一人审核；请组织考核者的其他账号审核',
  problemSignedAlready: () => '这一方已经审核过，不必重复；请刷新后查看',
  problemNotReceived: () => '请先确认收到问题清单，再提出异议或上报整改方案',
  problemObjectedAlready: () => '这个问题已经提过异议，不能再提；请查看答复',
  problemObjectionLate: ({ day }) => `提出异议的期限是${day}，已经过了；有新情况的，请在整改方案中说明`,
  problemObjectionOpen: () => '这个问题的异议还没有答复，答复后再上报整改方案',
  problemPlanIncomplete: ({ lacks, problem }) =>
    `${whose(problem)}整改方案还没有写全，缺${lacks}；请补写后再上报`,
  problemDeadlinePast: ({ day, problem }) =>
    `${whose(problem)}完成时限${day}已经过了；请改写为今天或以后的日期`,
  problemExtensionOpen: ({ day }) => `已申请延期到${day}，还没有答复；请等答复后再申请`,
  deadlineFar: ({ day, problem }) => `${whose(problem)}时限最长两年，不能晚于${day}；请改正日期`,
  problemExtensionEarlier: ({ day }) => `延期须在${day}以后；请改写日期`,
  problemOwnCheck: () => '整改完成由您报告，须由另一人复查；请其他账号复查',
}

/** Says whose plan it is about, where several are handed in at once. */
function whose(problem: string | undefined): string {
  return problem === undefined ? '' : `问题“${problem}”的`
}

/** Why the room of rectification says no: a permanent code, and the Chinese sentence of its values. */
export const rectifyRefusals = {
  problemsNotReleased: ({ year }: { year: number }) =>
    `${year}年度的结果还没有向单位公布，由结果提出的问题不能下发；请先审定并公布结果`,
  problemsMoved: ({ count }: { count: number }) =>
    `打开这个窗口以后清单有变动，现在是${count}个问题，这次没有办理；请核对以后再办`,
  problemsNone: ({ what }: { what: string }) => `没有${what}的问题；请刷新后再看`,
  problemBodyUnknown: ({ body }: { body: string }) => `您不能以“${body}”的名义审核；请刷新后再看`,
  problemSignedForAnother: () =>
    '您已经代另一个部门审核过，两个部门应由两人各自审核；请由组织考核者的其他账号审核',
  problemNoReviewer: () =>
    '问题由您拟稿，须由另一人审核；现在只有您一个组织考核者账号，请系统管理员开设账号、安全管理员授予组织考核者角色，由其审核',
  problemOwnUnit: ({ unit }: { unit: string }) => `不能审核、复查自己所在单位“${unit}”的问题；请由其他人办理`,
  problemRowUnknown: ({ row }: { row: string }) => `评分细则里没有“${row}”这一行；请重新选择`,
  problemsOfTwoUnits: () => '只能合并同一个单位的问题；请重新选择',
  problemsNotDrafts: () => '所选的问题已被合并、撤下或下发，不能再合并；请刷新后重新选择',
  problemsTooFew: () => '合并至少要选两个不同的问题；请重新选择',
  problemWordsMissing: () => '改写问题须写明改写后的文字；请补写',
  problemPlansUnchanged: () =>
    '方案退回后还没有改写，改写了没有保存的也不算；请打开问题，按退回的意见改写并保存，再上报',
  problemEntryUnknown: () => '所选的台账已经撤回，或不是本单位的；请刷新后重新选择',
  problemDaysBackwards: () =>
    '异议截止日期、方案上报日期都不能早于今天，方案上报日期不能早于异议截止日期；请改写',
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof rectifyRefusals> {}
}
