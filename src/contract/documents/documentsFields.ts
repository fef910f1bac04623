import { dayField, namesField, numberField, reasonField, textField } from '../shape/field.ts'

/** Fields that a draft may override; what is left blank follows from the year's data. */
export const draftFields = {
  title: textField('标题', { max: 200, lines: 2, optional: true, hint: '不填则按文种写。' }),
  addressee: textField('主送机关', { max: 200, optional: true }),
  copyTo: textField('抄送机关', { max: 500, lines: 2, optional: true, hint: '机关之间用逗号隔开。' }),
  attachments: textField('附件说明', { max: 500, lines: 2, optional: true }),
  signer: textField('签发人', { max: 100, optional: true, hint: '报送上级的文件要写，请在印发前填写。' }),
  note: textField('补充内容', { max: 4000, lines: 4, optional: true, hint: '写在正文末尾。' }),
}

/** Fields for issuing (印发): the day, and the number if it is not the next one. */
export const issueFields = {
  day: dayField('成文日期'),
  number: numberField('序号', {
    min: 1,
    max: 99_999,
    optional: true,
    hint: '不填则接着这个代字本年度的上一个号。',
  }),
}

/** Fields for a correction (更正). */
export const correctFields = { reason: reasonField('更正的理由', { hint: '写进更正的正文，印发前可以改。' }) }

/** Fields of a receipt (回执). */
export const receiptFields = {
  receiver: textField('收件单位和收件人', { max: 200, lacks: '请填写由谁收到。' }),
  receivedOn: dayField('收到日期'),
  note: textField('说明', { max: 1000, lines: 3, optional: true }),
}

/** Fields of an issuing body (发文机关); several names make a joint issue. */
export const issuerFields = {
  names: namesField('发文机关', { max: 10, hint: '联合行文的依次写几个，主办机关写在最前。' }),
  word: textField('发文机关代字', { max: 20, hint: '如“州直工发”，发文字号从它开始。' }),
  imprint: textField('印发机关', { max: 100, optional: true, hint: '版记里印发的机关，不填则为主办机关。' }),
}

/** What a drafter typed. */
export type DraftEdits = { readonly [K in keyof typeof draftFields]: string }
