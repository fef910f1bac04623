import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the ledger says no: a permanent code, and the Chinese sentence of its values. */
export const ledgerRefusals = {
  ledgerKindUnknown: ({ kind }: { kind: string }) =>
    `没有“${kind}”这个台账类别，请从列表中选一个；缺会、迟报等由考核组织者或牵头单位登记`,
  ledgerRowUnknown: ({ row }: { row: string }) => `考核细则中没有“${row}”这一行，请从列表中选`,
  ledgerDayAhead: ({ day, today }: { day: string; today: string }) =>
    `发生日期${day}还没有到（今天是${today}），事情办完以后再登记`,
  ledgerDayOutsideYear: ({ day, year }: { day: string; year: number }) =>
    `发生日期${day}不在${year}年度之内，请登记到那一年的台账`,
  ledgerPeriodOutsideYear: ({ period, year }: { period: string; year: number }) =>
    `所属期间${period}不是${year}年度的期间，请改正`,
  ledgerPeriodTooCoarse: ({ kind, told, period }: { kind: string; told: string; period: string }) =>
    `“${kind}”要求${told}，所属期间写成${period}看不出计入哪一期，请写到对应的月份或季度`,
  ledgerPeriodClosed: ({ period, by, reason }: { period: string; by: string; reason: string }) =>
    `${period}的台账已由${by}截止（${reason}），要补登请联系考核组织者开放该期间`,
  ledgerLateReasonMissing: ({ period, closedOn }: { period: string; closedOn: string }) =>
    `${period}的台账已于${closedOn}截止，现在登记会标为逾期补录，请写明补录的原因`,
  ledgerTwin: ({ title, by, on }: { title: string; by: string; on: string }) =>
    `${by}已于${on}登记过相同的一条“${title}”；确实是另一次活动的，请确认后再登记`,
  ledgerTwinInFile: ({ row }: { row: number }) => `与第${row}行的类别、日期和标题都相同，只登记第${row}行`,
  ledgerImportDone: () => '这个文件已经导入过了，不再重复导入',
  ledgerImportOutdated: ({ count, first }: { count: number; first: string }) =>
    `预览之后情况有变，有${count}行不能再导入（${first}），请重新上传后核对`,
  ledgerEntryOfDebrief: ({ name }: { name: string }) =>
    `这条台账由${name}的双述双评登记而来，请到“双述双评”里更正登记，台账随之更正`,
  remedyResultMissing: () => '标为已整改或长期坚持的，请写明整改情况',
  remedyEntryUnknown: () => '所引的台账不在本单位本年度的台账里，或已撤回，请重新选',
  remedyOfCommittee: () =>
    '这一项是考核组织者列入的，由考核组织者撤销；已经办完的请写明整改情况，有不同意见的请与考核组织者联系',
  remedyFollows: ({ year }: { year: number }) =>
    `这一项随${year}年度的问题清单办理，进展和结果请到那一年的“问题与整改”里报告，这里随之更新`,
  remedyTwin: ({ problem }: { problem: string }) => `本单位已有相同的一项：${problem}`,
  debriefTwin: ({ name, branch }: { name: string; branch: string }) =>
    `名单里已有“${branch}”的${name}，不重复列入`,
  debriefNotAsked: ({ side }: { side: string }) =>
    `本年度的方案不要求“${side}”；请刷新后按方案规定的述职评议登记`,
  debriefOfMeeting: ({ name }: { name: string }) =>
    `${name}的票数由会议投票计出，不能在这里更正或撤回；请打开那次会议收回登记`,
  debriefHeldElsewhere: ({ name }: { name: string }) =>
    `${name}的这次述职评议已经登记；以这次会议为准的，请先在双述双评中撤回原来的登记`,
  debriefNobodyVoted: () => '没有填评议结果；请按计票填写各等次的票数',
  debriefMarksExceed: () => '各等次的票数合计超过了参加评议的人数；请核对',
  debriefHeldAlready: ({ name }: { name: string }) =>
    `${name}已有述职评议的记录，不能撤下；有误的请重新登记更正`,
  lastYearUnknown: ({ year }: { year: number }) =>
    `还没有${year}年度的结果，列不出失分的行；请先补录历年结果，或者逐项登记、用模板导入`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof ledgerRefusals> {}
}
