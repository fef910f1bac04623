import { printQuarter } from '../../domain/kernel/calendar.ts'

/** Chinese sentences for the knowledge test events. */
export const knowledgeEvents = {
  questionAdded: ({ kind, stem }: { kind: string; stem: string }) => `题库增加${kind}：${stem}`,
  questionsImported: ({ added, refused }: { added: number; refused: number }) =>
    `导入题库：写入${added}道，退回${refused}行`,
  questionChanged: ({ stem, reason }: { stem: string; reason: string }) =>
    `修改试题“${stem}”${reason === '' ? '' : `，理由：${reason}`}`,
  questionRetired: ({ stem, retired }: { stem: string; retired: boolean }) =>
    `${retired ? '停用' : '恢复'}试题“${stem}”`,
  answerCorrected: ({
    stem,
    from,
    to,
    papers,
    reason,
  }: {
    stem: string
    from: string
    to: string
    papers: number
    reason: string
  }) => `更正试题“${stem}”的答案，由${from}改为${to}，${papers}份卷重新判分，理由：${reason}`,
  questionVoided: ({
    stem,
    told,
    papers,
    reason,
  }: {
    stem: string
    told: string
    papers: number
    reason: string
  }) => `试题“${stem}”${told}，${papers}份卷重新判分，理由：${reason}`,
  testOpened: ({
    name,
    quarter,
    questions,
    minutes,
  }: {
    name: string
    quarter: number
    questions: number
    minutes: number
  }) => `组织测试“${name}”（${printQuarter(quarter)}，每卷${questions}题，${minutes}分钟）`,
  papersMade: ({ name, papers }: { name: string; papers: number }) => `“${name}”制卷${papers}份`,
  paperStarted: ({ name, seat }: { name: string; seat: number }) => `“${name}”第${seat}号卷开始作答`,
  paperMoved: ({ name, seat }: { name: string; seat: number }) => `“${name}”第${seat}号卷换到另一部手机作答`,
  paperSubmitted: ({
    name,
    seat,
    how,
    right,
    of,
  }: {
    name: string
    seat: number
    how: string
    right: number
    of: number
  }) => `“${name}”第${seat}号卷${how}，答对${right}题，共${of}题`,
  paperKeyed: ({
    name,
    seat,
    time,
    again = false,
  }: {
    name: string
    seat: number
    time: number
    again?: boolean
  }) => `“${name}”第${seat}号纸质卷第${time}次录入${again ? '，由原录入人更正' : ''}`,
  paperVoided: ({ name, seat, reason }: { name: string; seat: number; reason: string }) =>
    `“${name}”第${seat}号卷作废，理由：${reason}`,
  testEnded: ({ name, units, sat, failed }: { name: string; units: number; sat: number; failed: number }) =>
    `结束测试“${name}”：${units}个单位，${sat}人参加，${failed}人不合格`,
}
