import type { Questionnaire } from '../../../domain/campaign/survey/questionnaire.ts'
import type { Surveyed } from './loadSurvey.ts'
import type { Commission } from './survey.tables.ts'

/** Makes the questionnaire that a survey starts with: the scored question with the scheme's answers, and an open one. `{单位}` is read as the unit's name. */
export function presetQuestionnaire(
  { method }: Surveyed,
  { surveyor, complaint }: Commission,
): Questionnaire {
  return {
    opening: `您好，我是${surveyor}的访问员，受委托了解大家对{单位}党建工作的看法，只需两三分钟。是否回答由您决定；您的回答只作汇总，不与姓名、电话保存在一起。如有意见，可拨打投诉电话${complaint}。现在可以开始吗？`,
    questions: [
      {
        kind: 'satisfaction',
        id: 'overall',
        text: '总的来说，您对{单位}的党建工作是否满意？',
        counts: true,
        turned: false,
        options: method.answers.map(({ id, name }) => ({ id, text: name })),
      },
      { kind: 'open', id: 'opinion', text: '您对{单位}的党建工作还有什么意见和建议？' },
    ],
    closing: '访问到此结束，谢谢您的支持！',
  }
}
