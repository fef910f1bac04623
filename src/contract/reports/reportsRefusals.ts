import type { ReportsRefusalValues } from '../../domain/kernel/reportsRefusals.ts'
import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Chinese sentences for the refusals of a report's lifecycle. */
export const reportsSentences: {
  readonly [C in keyof ReportsRefusalValues]: (values: ReportsRefusalValues[C]) => string
} = {
  reportEmpty: () => '述职报告还没有内容，不能上报；请写好正文后再上报',
  reportOverLimit: ({ words, limit, over }: { words: number; limit: number; over: number }) =>
    `述职报告现有${words}字，超过${limit}字的上限${over}字，没有上报，内容已保存；请删减后再上报，确需超出的请向组织考核者说明`,
  reportShareReason: ({ outside }: { outside: string }) => `${outside}；请调整篇幅，或写明理由后再上报`,
  reportNotDeclared: () => '上报前请确认述职报告由本人撰写',
  reportLocked: ({ state }: { state: string }) =>
    `述职报告${state}，不能改动或重复上报；需要改动的，请审核部门先退回`,
  reportNotVetted: ({ state }: { state: string }) =>
    `述职报告${state}，这一步现在办不了，或不归这个部门审核；请刷新后再看`,
  reportSignedAlready: () => '这个部门已经审核通过，不必重复；请刷新后查看',
  reportReturnReason: () => '退回述职报告须写明理由；请写清哪里要改、怎样改',
  reportArrivesLater: ({ day }: { day: string }) => `${day}还没有到；请填写实际收到的日期`,
}

/** Why the room of reports says no: a permanent code, and the Chinese sentence of its values. */
export const reportsRefusals = {
  noReports: ({ year }: { year: number }) =>
    `${year}年度的方案没有述职报告这一项；需要的，请在方案中写明字数、部分和审核部门`,
  notReporting: ({ unit }: { unit: string }) =>
    `“${unit}”不是本年度的考核对象，不用上报述职报告；请在名册中核对`,
  notVetter: ({ vetter }: { vetter: string }) => `您不能代“${vetter}”审核；请由该部门的账号审核`,
  vetsOwnReport: ({ unit }: { unit: string }) => `不能审核自己所在单位“${unit}”的述职报告；请由其他部门审核`,
  reportSignedForAnother: ({ vetter, other }: { vetter: string; other: string }) =>
    `您已以“${other}”的名义审核通过这一稿，两个部门应由两人各自审核；请由另一个账号以“${vetter}”的名义审核`,
  reportParagraphGone: () => '批注的这一段已经不在上报的这一稿里；请刷新后重新批注',
  reportSectionUnknown: ({ section, known }: { section: string; known: string }) =>
    `方案的述职报告没有“${section}”这一部分，有的是：${known}；请刷新后重新放置`,
  slidesKind: ({ name }: { name: string }) => `“${name}”不是演示文稿；请上传 pptx，或另存为 PDF 后上传`,
  slidesUnreadable: ({ name }: { name: string }) =>
    `“${name}”的页数读不出来；请确认能打开，再用 Office 或 WPS 重新另存后上传`,
  latenessUnset: () => '方案没有写明迟报、漏报记到哪个台账计数项，不能登记；请先在方案的述职报告中写明',
  latenessGone: ({ unit }: { unit: string }) =>
    `“${unit}”的迟报、漏报情况已有变化或已经处理；请刷新后重新核对`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof reportsRefusals> {}
}
