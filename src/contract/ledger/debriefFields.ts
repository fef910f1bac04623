import {
  type DebriefPost,
  debriefMarks,
  debriefPosts,
} from '../../domain/campaign/dualDebrief/dualDebrief.ts'
import { choiceField, dayField, numberField, reasonField, textField } from '../shape/field.ts'

/** Fields of somebody who holds a dual debrief, and the days planned for it. */
export const debriefFields = {
  name: textField('姓名', { max: 100 }),
  post: choiceField('职务', {
    options: (Object.keys(debriefPosts) as DebriefPost[]).map(value => ({
      value,
      label: debriefPosts[value],
    })),
    lacks: '请选择职务。',
  }),
  branch: textField('所在党组织', { max: 200, placeholder: '如：机关第一党支部' }),
  superiorOn: dayField('计划何日向上级述职', { optional: true }),
  membersOn: dayField('计划何日向党员述职', { optional: true }),
  togetherOn: dayField('计划何日向上级和党员述职', { optional: true }),
}

const count = (label: string, unit: string) => numberField(label, { min: 0, max: 100_000, unit })

/** Fields of a debrief that was held and reviewed. */
export const heldFields = {
  heldOn: dayField('哪一天述职评议'),
  before: textField('向谁述职', { max: 200, placeholder: '如：机关党委扩大会议' }),
  first: count('第一类票种人数', '人'),
  second: count('第二类票种人数', '人'),
  good: count(`评“${debriefMarks[0]}”`, '票'),
  fair: count(`评“${debriefMarks[1]}”`, '票'),
  ordinary: count(`评“${debriefMarks[2]}”`, '票'),
  poor: count(`评“${debriefMarks[3]}”`, '票'),
  lateReason: reasonField('补录的原因（按时登记的不填）', { lines: 2, optional: true }),
}

/** The guidance that the group's secretary gave. */
export const guidanceFields = { guidance: reasonField('督查指导情况') }

/** The reason for taking somebody off the list. */
export const withdrawDebriefFields = { reason: reasonField('撤下的理由') }
