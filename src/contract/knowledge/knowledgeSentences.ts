import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { KnowledgeRefusalValues } from '../../domain/kernel/knowledgeRefusals.ts'

/** Chinese sentences for the knowledge test refusals. */
export const knowledgeSentences: {
  readonly [C in keyof KnowledgeRefusalValues]: (values: KnowledgeRefusalValues[C]) => string
} = {
  questionFaulty: ({ why }) => `这道题${why}`,
  questionKnown: ({ stem }) => `题库里已有题干相同的题“${stem}”；请修改原题，或换一个题干`,
  questionsTooFew: ({ kind, wanted, there }) =>
    `题库里可用的${kind}只有${there}道，组卷要${wanted}道；请补充题库或减少题数`,
  testEmpty: () => '一道题也没有；请至少填写一种题型的题数',
  testClosed: ({ name, by }) =>
    `“${name}”已由${by}结束，不能再改；要更正请在试题统计里更正答案或作废试题，系统会先列出受影响的成绩`,
  testUnfinished: ({ papers }) =>
    `还有${papers}份卷没有交完（正在作答，或纸质卷只录入了一次）；请等交卷、录完，或作废后再结束`,
  quarterTested: ({ quarter, name }) => `${printQuarter(quarter)}已有测试“${name}”；请在那次测试里增加试卷`,
  seatsTooMany: ({ wanted, most }) => `一个单位一次最多${most}份卷，现在要${wanted}份；请减少份数`,
  nobodyDrawn: ({ quarter }) =>
    `${printQuarter(quarter)}没有还未制卷而已抽出党员的单位；请先抽签，或按单位和份数制卷`,
  paperEnded: () => '这份卷已经交了或已到时间，不能再作答；有疑问请找核查组',
  paperNotStarted: () => '这份卷还没有开始作答；请先点“开始作答”',
  paperOnPhone: ({ seat }) => `第${seat}号卷已在手机上作答，不能再按纸质卷录入；请核对卷号`,
  keyingDiffers: ({ questions, by }) =>
    `两次录入不一致：第${questions}题；请对照纸质卷核对这几题，是第一次录错的，请${by}重新录入第一次`,
  slipElsewhere: () =>
    '这份卷已在另一部手机上打开，这部手机上的作答不再保存；要在这里接着答，请点“在这部手机上接着答”',
  keyUnchanged: () => '更正后的答案与现在的相同，没有改动；请核对',
  voidUnchanged: () => '这道题现在就是这样计的，没有改动；请核对',
  slipUnknown: () => '没有这张答题条，或已作废；请核对答题条上的二维码或编码，或找核查组重新领取',
}
