import { printQuarter } from '../../domain/kernel/calendar.ts'
import type { DrawRefusalValues } from '../../domain/kernel/drawRefusals.ts'
import type { Refusal } from '../../domain/kernel/refusal.ts'
import { sentenceIn } from '../shape/sentenceTable.ts'

/** Chinese sentences for the draw refusals. */
export const drawSentences: {
  readonly [C in keyof DrawRefusalValues]: (values: DrawRefusalValues[C]) => string
} = {
  drawLineNoName: () => '没有名称或姓名；请补上，或删去这一行',
  drawLineFooter: ({ found }) => `“${found}”是合计或落款，不是名单中的一行；请删去这一行`,
  drawLineTooLong: ({ field, most }) => `“${field}”超过${most}个字；请缩短`,
  drawLineNumber: ({ field }) =>
    `“${field}”中有像电话或证件号的一串数字；抽签名单只要姓名和党支部，请删去号码`,
  drawLineTwice: ({ name, row }) =>
    `“${name}”与第${row}行相同；若确是两人，请在姓名后注明区别，如“（大）”“（小）”`,
  drawIdTwice: ({ id, row }) => `编号“${id}”与第${row}行相同；每行的编号不能重复`,
  drawIdWrong: ({ id }) =>
    `编号“${id}”不合要求：只能用字母、数字和短横，最多20个字，不能像电话或证件号；也可以不填，由程序编号`,
  drawColumnRefused: ({ column }) =>
    `表中有“${column}”一列；抽签名单不收电话、证件号等个人信息，请删去这一列后再导入`,
  drawNoNameColumn: ({ column }) => `没有找到“${column}”一列；请在第一行写上列名“${column}”，或只留这一列`,
  drawListEmpty: () => '名单里一行也没有；请至少填写一行',
  drawListTooLong: ({ most }) => `名单超过${most}行；请核对是否粘贴了别的内容`,
  drawListFaulty: ({ row, why }) => `名单第${row}行不能保存：${why}`,
  drawListSame: ({ version }) => `名单与第${version}版完全相同，不必另存`,
  drawListFrozen: ({ version, by, at }) => `第${version}版名单已由${by}于${at}冻结，不必再次冻结`,
  drawNoUnits: () => '一个单位也没有选；请先选择要抽签的单位',
  drawListMissing: ({ units, count, purpose }) =>
    `有${count}个单位还没有${purpose}名单（${units}）；请先登记名单，或不选这些单位`,
  drawListNotFrozen: ({ units, count, purpose }) =>
    `有${count}个单位的${purpose}名单还没有冻结（${units}）；先冻结名单，再定种子，抽签才能让人信服`,
  drawTakeWrong: ({ purpose, least, most }) => `${purpose}每个单位抽${least}至${most}个；请改正抽取数`,
  drawWaiting: ({ units, count, by }) =>
    `有${count}个单位（${units}）已在${by}准备的抽签中等待种子；请先完成或作废那一次`,
  drawReasonMissing: ({ units, count, quarter, purpose }) =>
    `有${count}个单位（${units}）${printQuarter(quarter)}已抽过${purpose}；再抽须写明理由，前一次的结果仍然保留`,
  drawReasonShort: ({ least }) => `再抽的理由太短；请写明为什么前一次的结果不能用，至少${least}个字`,
  drawSecondPerson: ({ by }) => `再次抽签须由两个人经手：这一次由${by}准备，种子请由另一个人用自己的账号填入`,
  drawSeedMissing: ({ kind }) => (kind === 'dice' ? '请填写掷出的点数' : '两方各报一个数字，请填写齐全'),
  drawDiceWrong: ({ least, most }) => `骰子点数只能是1至6的数字，须掷${least}至${most}次；请按掷出的先后填写`,
  drawNumberWrong: ({ by, least, most }) => `“${by}”所报的须是${least}至${most}位的数字；请改正`,
  drawPartiesSame: () => '两方不能是同一人；请由两方各报一个数字',
  drawAlreadyHeld: ({ by, at, seed }) => `这次抽签已由${by}于${at}完成，种子是${seed}；以那一次为准`,
  drawAbandoned: ({ by, at }) => `这次抽签已由${by}于${at}作废；请另行准备`,
}

/** Says what is wrong with a typed list or seed. */
export function describeDrawFault(fault: Refusal): string {
  return sentenceIn(drawSentences, fault) ?? fault.code
}
