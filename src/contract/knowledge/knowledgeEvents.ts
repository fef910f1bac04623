/** 基本知识测试的留痕事件; papers by seat, never by name. */
export interface KnowledgeEvents {
  readonly questionAdded: { readonly kind: string; readonly stem: string }
  readonly questionsImported: { readonly added: number; readonly refused: number }
  readonly questionChanged: { readonly stem: string; readonly reason: string }
  readonly questionRetired: { readonly stem: string; readonly retired: boolean }
  readonly answerCorrected: {
    readonly stem: string
    readonly from: string
    readonly to: string
    readonly papers: number
    readonly reason: string
  }
  readonly testOpened: {
    readonly name: string
    readonly quarter: number
    readonly questions: number
    readonly minutes: number
  }
  readonly papersMade: { readonly name: string; readonly papers: number }
  readonly paperStarted: { readonly name: string; readonly seat: number }
  readonly paperSubmitted: {
    readonly name: string
    readonly seat: number
    readonly how: string
    readonly right: number
    readonly of: number
  }
  readonly paperKeyed: { readonly name: string; readonly seat: number; readonly time: number }
  readonly paperVoided: { readonly name: string; readonly seat: number; readonly reason: string }
  readonly testEnded: {
    readonly name: string
    readonly units: number
    readonly sat: number
    readonly failed: number
  }
}

/** 基本知识测试事件的句子. */
export const knowledgeEventSentences: {
  readonly [K in keyof KnowledgeEvents]: (values: KnowledgeEvents[K]) => string
} = {
  questionAdded: ({ kind, stem }) => `题库增加${kind}：${stem}`,
  questionsImported: ({ added, refused }) => `导入题库：写入${added}道，退回${refused}行`,
  questionChanged: ({ stem, reason }) => `修改试题“${stem}”${reason === '' ? '' : `，理由：${reason}`}`,
  questionRetired: ({ stem, retired }) => `${retired ? '停用' : '恢复'}试题“${stem}”`,
  answerCorrected: ({ stem, from, to, papers, reason }) =>
    `更正试题“${stem}”的答案，由${from}改为${to}，${papers}份卷重新判分，理由：${reason}`,
  testOpened: ({ name, quarter, questions, minutes }) =>
    `组织测试“${name}”（第${quarter}季度，每卷${questions}题，${minutes}分钟）`,
  papersMade: ({ name, papers }) => `“${name}”制卷${papers}份`,
  paperStarted: ({ name, seat }) => `“${name}”第${seat}号卷开始作答`,
  paperSubmitted: ({ name, seat, how, right, of }) =>
    `“${name}”第${seat}号卷${how}，答对${right}题，共${of}题`,
  paperKeyed: ({ name, seat, time }) => `“${name}”第${seat}号纸质卷第${time}次录入`,
  paperVoided: ({ name, seat, reason }) => `“${name}”第${seat}号卷作废，理由：${reason}`,
  testEnded: ({ name, units, sat, failed }) =>
    `结束测试“${name}”：${units}个单位，${sat}人参加，${failed}人不合格`,
}
