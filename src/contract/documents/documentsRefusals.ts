import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the room of documents says no: a permanent code, and the Chinese sentence of its values. */
export const documentsRefusals = {
  documentTooEarly: ({ name, why }: { name: string; why: string }) => `现在还不能起草和印发“${name}”：${why}`,
  noConsequence: ({ unit }: { unit: string }) =>
    `“${unit}”本年度没有结果运用，不用发通知；请在“结果运用”中核对`,
  nothingToDraft: ({ name, why }: { name: string; why: string }) => `现在没有“${name}”可以起草：${why}`,
  noSuchConsequence: ({ unit, what }: { unit: string; what: string }) =>
    `“${unit}”的书记本年度不适用${what}；请在“结果运用”中核对`,
  followUpUndecided: ({ unit, what }: { unit: string; what: string }) =>
    `考核方案没有写明“${unit}”的书记是约谈还是组织调整；要起草${what}的文件，请先在“结果运用”中登记`,
  nothingLate: ({ unit }: { unit: string }) => `“${unit}”现在没有逾期的事项，不用催办`,
  noProblemsSent: ({ unit }: { unit: string }) =>
    `还没有向“${unit}”下发问题；请先在“问题与整改”中起草、审核并下发`,
  problemsUnreviewed: ({ unit }: { unit: string }) =>
    `“${unit}”的问题还在拟稿，没有审核完；请先在“问题与整改”中审核，反馈意见照审核完的清单写`,
  noPlanHandedIn: ({ unit }: { unit: string }) => `“${unit}”还没有上报整改方案`,
  notPublished: ({ unit }: { unit: string }) => `“${unit}”的公示还没有发布；请先在“公示”中安排并发布`,
  documentUnitWanted: ({ name }: { name: string }) => `“${name}”要写明发给哪个单位；请选择单位`,
  documentIssuedAlready: ({ number }: { number: string }) =>
    `这份文件已经以${number}印发，不能再改；确需改动的，请用“更正”另发一份`,
  documentNotIssued: () => '这份文件还没有印发；请先印发',
  receiptThere: () => '这份文件的回执已经登记过；登记有误的，请在文件的更正件上重新登记',
  receiptDayWrong: ({ from, to }: { from: string; to: string }) =>
    `收到日期应在印发之日（${from}）到今天（${to}）之间；请改正收到日期`,
  addresseeWanted: ({ name }: { name: string }) =>
    `“${name}”还没有写明主送机关，不能印发；请先在草稿里填写主送机关`,
  signerWanted: ({ name }: { name: string }) =>
    `“${name}”报送上级，要写明签发人，现在还不能印发；请先在草稿里填写签发人`,
  documentCorrectedAlready: () =>
    '这份文件已经有更正的文件，或者同一文种另有草稿，不能再起草更正；请先办理那一份',
  noneOutdated: ({ name }: { name: string }) =>
    `已印发的“${name}”与现在的结果一致，或者已经起草了更正，不用再起草`,
  documentNumberTaken: ({ number }: { number: string }) =>
    `${number}已经用过；请换一个序号，或不填序号由系统接着编`,
  issuedInFuture: ({ day }: { day: string }) => `成文日期${day}还没有到；请填写当天或以前的日期`,
  issuedBeforeBasis: ({ name, from }: { name: string; from: string }) =>
    `成文日期过早：“${name}”不能早于${from}；请改写成文日期`,
  issuerNamesMissing: () => '请写明发文机关；联合行文的依次写几个',
  issuerWordWrong: ({ word }: { word: string }) =>
    `代字“${word}”里有不能写进发文字号的符号；请只用汉字、字母、数字和全角括号`,
  issuerWordTaken: ({ word }: { word: string }) =>
    `代字“${word}”已经登记给另一个发文机关；请换一个代字，或改那一个发文机关`,
  templateFaulty: ({ name, count }: { name: string; count: number }) =>
    `“${name}”有${count}处问题，没有换用；请按所列逐处改正后再上传`,
  noDrafts: ({ name }: { name: string }) => `没有起草中的“${name}”可以印发；请先起草`,
  nothingIssued: ({ name }: { name: string }) => `还没有印发过“${name}”，没有可打包的文件；请先印发`,
}

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof documentsRefusals> {}
}
