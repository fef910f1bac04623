import { type FaultSentence, say } from '../scheme/faultSentence.ts'
import { optionName } from '../scheme/optionNames.ts'
import { nearestHint } from './nearestHint.ts'
import type { ShapeFaultCode, ShapeFaultValues } from './shapeFault.ts'

/** Chinese sentences for the shape fault codes. */
export const shapeFaultSentences: {
  readonly [C in ShapeFaultCode]: (values: ShapeFaultValues[C]) => FaultSentence
} = {
  citationMissing: () => say('没有写条款引用（citation）', '写上出自哪一条，如 三（二）1、附件 四.4'),
  fieldMissing: ({ field }) => say(`缺少“${field}”`, `补上“${field}”`),
  fieldUnknown: ({ field, nearest, known }) =>
    say(
      `没有“${field}”这一项${nearestHint(nearest)}`,
      known.length === 0 ? '改正名称或删去' : `改正名称或删去；这里可以写：${known.join('、')}`,
    ),
  wrongType: ({ expected, found }) =>
    say(`这里应是${expected.map(nameOf).join('或') || '别的内容'}，现在是${found}`, '按格式改正'),
  numberAsText: ({ found, number }) =>
    say(`数字“${found}”写成了文字（加了引号或用了全角）`, `写成 ${number}，不加引号，用半角`),
  numberWithUnit: ({ found, number, unit }) =>
    say(`“${found}”应只写数字`, `写成 ${number}，不写“${unit}”；百分数 20% 也写 20`),
  notAmong: ({ found, allowed, nearest, field, around }) => {
    const nameOf = (word: string | number | boolean) => optionName(field, String(word), around)
    const meant = nearest ?? allowed.find(word => `“${nameOf(word)}”` === found)
    const words = allowed.map(word => (nameOf(word) === undefined ? `${word}` : `${word}（${nameOf(word)}）`))
    return say(
      `${found}不在可选范围内${nearestHint(meant === undefined ? undefined : String(meant))}`,
      `改成以下之一：${words.join('、')}`,
    )
  },
  notWhole: ({ found }) => say(`${found} 不是整数`, '改成整数'),
  notThousandths: ({ found }) => say(`${found} 的小数超过三位或数值太大`, '最多保留三位小数'),
  belowLeast: ({ found, least }) => say(`${found} 太小`, `改成不小于 ${least} 的数`),
  aboveMost: ({ found, most }) => say(`${found} 太大`, `改成不大于 ${most} 的数`),
  textTooLong: ({ most }) => say(`超过${most}个字`, '缩短后再提交'),
  listTooLong: ({ most }) => say(`超过${most}项`, '减少后再提交'),
  textEmpty: ({ field }) => say(`“${field}”是空的`, `填上“${field}”`),
  listEmpty: ({ field }) => say(`列表“${field}”是空的`, '至少写一项'),
  notDay: ({ found }) => say(`${found}不是真实的日期`, '写成 2018-12-21 的样子'),
  notPeriod: ({ found }) => say(`${found}不是期间`, '写成 2018、2018-Q3 或 2018-09 的样子'),
  notOneMark: () => say('打分和评等应当二者取一', '只写 points 或只写 grade'),
  moreFailedThanSat: () => say('不合格人数多于参加人数', '核对两个人数'),
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组“编号: 值”',
}

function nameOf(expected: string): string {
  return TYPE_NAMES[expected] ?? expected
}
