import type { SheetsRefusalValues } from '../../domain/kernel/sheetsRefusals.ts'

/** Chinese sentences for the sheet refusals. */
export const sheetsSentences: {
  readonly [C in keyof SheetsRefusalValues]: (values: SheetsRefusalValues[C]) => string
} = {
  sheetNotYours: ({ unit }) =>
    `对“${unit}”的这次核查没有安排您参加，不能报送；请由承担任务的核查人员报送，或请组织考核者改动安排`,
  sheetOwnUnit: ({ unit }) =>
    `您与“${unit}”同属一个单位或系统，按回避要求不能核查它；请由其他核查人员核查并报送`,
  sheetTaskClosed: ({ unit }) => `对“${unit}”的这次核查已取消或尚未下达，不能报送；请与组织考核者核实安排`,
  sheetPhotosMissing: ({ count }) =>
    `核查表里有${count}张照片还没有传到服务器，这份表没有保存；请先上传照片，再重新报送`,
  sheetSentOtherwise: ({ at }) =>
    `这份核查表已于${at}收到，与现在报送的内容不同，没有覆盖；请以已收到的为准，有遗漏的另填一份报送`,
  sheetInFuture: ({ day }) => `核查日期${day}还没有到；请填写实际核查的日期`,
  sheetFaulty: ({ faults }) => `核查表里有不能成立的内容，没有保存：${faults}`,
  sheetSignedAlready: () => '单位的签字情况已经登记，不能再改；请刷新后查看',
  sheetNotSigned: () => '单位还没有签字，这份核查表尚未生效；请先由核查人员补登签字或拒签情况',
  sheetNotInForce: () => '这份核查表没有被采用，不能答复或裁定；请查看同一任务中采用的那一份',
  sheetNotDoubled: () => '这项任务现在没有两份待选定的核查表；请刷新后查看',
  replyPastDue: ({ due }) =>
    `答复期限是${due}，已经过了，视为认可，不能再答复；如确有错误，请向组织考核者书面说明`,
  objectionReasonMissing: () => '提出异议须写明理由；请写清哪里与实际不符，有材料的附上',
  findingDecided: () => '这条核查情况已经裁定，不能再改；请刷新后查看裁定',
  findingNotObjected: () => '单位没有对这条核查情况提出异议，不必裁定；请刷新后查看',
  findingFactGone: () => '这条核查情况对应的事实已被撤回或改动，不能再据以裁定；请在“录入的事实”中核对',
  findingUnchanged: () => '改动后的内容与原来相同；请改动次数、分值或档次，或选择维持',
  ownFindings: () => '您参加了这次核查，不能裁定自己的核查情况；请由其他人裁定',
}
