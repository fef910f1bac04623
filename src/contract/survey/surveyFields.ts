import { surveyWayNames } from '../../domain/campaign/survey/surveyState.ts'
import { callBackNames } from './surveyNames.ts'
import { dayField, flagField, numberField, reasonField, textField, choiceField } from '../shape/field.ts'

/** Fields of a commission. */
export const commissionFields = {
  title: textField('调查名称', { max: 60, placeholder: '民意调查' }),
  way: choiceField('调查方式', {
    options: [
      { value: 'calls', label: surveyWayNames.calls },
      { value: 'file', label: surveyWayNames.file },
    ],
    look: 'radio',
  }),
  surveyor: textField('受委托单位', { max: 60, placeholder: '州统计局' }),
  begins: dayField('访问开始'),
  ends: dayField('访问截止'),
  deleteOn: dayField('号码删除日期', { hint: '到这一天，电话号码和姓名从系统中彻底删除。' }),
  complaint: textField('投诉电话', { max: 40, hint: '读给受访人听。' }),
  halfWidth: numberField('误差范围', {
    min: 1,
    max: 30,
    unit: '分',
    hint: '每个单位每类对象的平均分，95%把握下的上下范围。',
  }),
  groupReadsOpinions: flagField('领导小组可以看意见建议原文'),
}

/** Fields of calls: hours and attempts. */
export const callingFields = {
  mostAttempts: numberField('每个号码最多拨打', { min: 1, max: 20, unit: '次' }),
}

/** Fields of further numbers from the reserve. */
export const reserveFields = {
  take: numberField('启用备用号码', { min: 1, max: 10_000, unit: '个' }),
  reason: reasonField('启用理由'),
}

/** Fields of a hand-over. */
export const handOverFields = {
  method: textField('调查方法说明', {
    max: 4000,
    lines: 6,
    hint: '抽样、访问、复核和质量情况，随结果移交。',
  }),
}

/** Fields of an acceptance. */
export const acceptFields = {
  adds: flagField('与已录入的汇总合并计算'),
}

/** Fields of a return, of a case to be asked again, and of an acceptance taken back. */
export const surveyReturnFields = { reason: reasonField('退回理由') }

/** Fields of a case to be asked again. */
export const askAgainFields = { reason: reasonField('重访理由') }

/** Fields of an acceptance taken back. */
export const takeBackFields = { reason: reasonField('撤回理由') }

/** Fields of the result of a call-back. */
export const callBackFields = {
  result: choiceField('回访结果', {
    options: [
      { value: 'confirmed', label: callBackNames.confirmed },
      { value: 'differs', label: callBackNames.differs },
      { value: 'notReached', label: callBackNames.notReached },
    ],
    look: 'radio',
  }),
}
