import type { PublishRefusalValues } from '../../domain/kernel/publishRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Chinese sentences for what the domain refuses of a publication. */
export const publishSentences: {
  readonly [C in keyof PublishRefusalValues]: (values: PublishRefusalValues[C]) => string
} = {
  publicationReleased: () => '公示已经发布，不能再改安排；要改的请先撤下，再重新发布',
  publicationUnplanned: () => '还没有安排公示；请先定公示内容和起止日期',
  publicationUnreleased: () => '公示没有发布，不用撤下或延长；请刷新后再看',
  publicationPast: ({ day }) => `公示截止日期${day}已经过了；请改晚截止日期`,
  publicationBegun: ({ day }) => `公示开始日期${day}已经过了，那天还没有公示；请改为今天或以后的日期`,
  publicationNotLonger: ({ day }) => `只能延长公示期：新的截止日期应晚于${day}，并不早于今天`,
  publicationEmpty: () => '请至少选一项公示内容',
  publicationTooLong: ({ day }) => `公示期最长一年，截止日期不能晚于${day}；请改正日期`,
  publicationDaysTurned: ({ from, to }) => `公示截止日期（${to}）早于开始日期（${from}）；请改正日期`,
}

/** Why the room of publication says no: a permanent code, and the Chinese sentence of its values. */
export const publishRefusals = {
  publicationTooEarly: ({ why }: { why: string }) => `现在还不能发布公示：${why}`,
  publicationNone: () => '这里没有正在公示的内容；公示还没有开始，或已经结束',
  publicationOver: ({ year, period }: { year: number; period: string }) =>
    `${year}年度的公示已经期满（公示期${period}）`,
  commentBoardShut: ({ why }: { why: string }) => `现在不能留言：${why}`,
  commentEmpty: () => '留言没有内容；请写好再提交',
  commentTooLong: ({ most, over }: { most: number; over: number }) =>
    `留言最多${most}字，多了${over}字；请删减，或分两次留言`,
  commentFlood: () => '提交太频繁；请过几分钟再提交，写好的内容请先复制保存',
  commentGone: () => '这条留言的内容已经销毁，不能再办理',
  commentDayOutside: ({ from, to }: { from: string; to: string }) =>
    `只登记公示期内收到的留言，收到日期应在${from}至${to}；请改正日期`,
  commentProblemTaken: () => '这条留言已经列入问题清单；请刷新后查看',
  commentProblemPersonal: ({ what }: { what: string }) =>
    `问题里不能写留言中的个人信息（${what}）；请去掉后再列入`,
  commentUnshown: () => '隐藏的留言不用答复；请先恢复显示',
  boardWithdrawn: () => '公示已经撤下，没有登记；重新发布以后再登记',
  boardBefore: ({ from }: { from: string }) => `公示从${from}开始，在这以前还没有可以张贴的内容；请改正日期`,
  boardFuture: ({ day }: { day: string }) => `${day}还没有到；请填当天或以前的日期`,
  boardDaysTurned: ({ up, down }: { up: string; down: string }) =>
    `撤下日期（${down}）早于开始日期（${up}）；请改正日期`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof publishRefusals> {}
}
