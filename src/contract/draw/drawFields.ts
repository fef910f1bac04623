import {
  type DrawPurpose,
  purposeNames,
  redrawReasonLeast,
  takeLimits,
} from '../../domain/campaign/draw/drawPurpose.ts'
import {
  choiceField,
  choicesField,
  openOptions,
  quarterOptions,
  reasonField,
  textField,
} from '../shape/field.ts'

function takeField(purpose: DrawPurpose, word: string) {
  const { least, most } = takeLimits[purpose]
  const numbers = Array.from({ length: most - least + 1 }, (_, at) => least + at)
  return choiceField(`每个单位抽${purposeNames[purpose]}`, {
    options: [{ value: 0, label: '不抽' }, ...numbers.map(value => ({ value, label: `${value}${word}` }))],
  })
}

/** Fields of a draw to be prepared. */
export const drawFields = {
  quarter: choiceField('季度', { options: quarterOptions }),
  branch: takeField('branch', '个'),
  member: takeField('member', '名'),
  units: choicesField('单位', { options: openOptions, optional: true }),
  reason: reasonField('再抽的理由', { lines: 2, optional: true }),
}

/** Says that the reason for drawing again is too short. */
export const REDRAW_REASON_SHORT = `请写明再抽的理由，至少${redrawReasonLeast}个字。`

const by = textField('报数人', { max: 100, optional: true })
const text = textField('数字', { max: 200, figures: true, optional: true })

/** Fields of a seed: of dice only those of the first person. */
export const seedFields = {
  kind: choiceField('种子由来', {
    look: 'bare',
    options: [
      { value: 'parties', label: '两方各报一个数字' },
      { value: 'dice', label: '掷骰子' },
    ],
  }),
  by0: by,
  text0: text,
  by1: by,
  text1: text,
}

/** The field of a draw list, one branch or member a line. */
export const listFields = {
  branch: textField('党支部，每行一个', {
    max: 2_000_000,
    lines: 14,
    scrolls: true,
    optional: true,
    hint: '可从表格中复制一列粘贴。不要填写电话、证件号。',
  }),
  member: textField('党员，每行一人：姓名，党支部', {
    max: 2_000_000,
    lines: 14,
    scrolls: true,
    optional: true,
    hint: '可从表格中复制“姓名、党支部”两列粘贴。不要填写电话、证件号；同名的人请在姓名后注明区别。',
  }),
}
