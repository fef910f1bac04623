import { textField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { figureText } from '../../kit/form/figureText.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { SurveyProps } from './surveyTypes.ts'

const fields = {
  firstBy: textField('第一方', { max: 60, placeholder: '如：统计局' }),
  firstText: textField('第一方报的数', { max: 20, code: true, figures: true, hint: '4至20位数字' }),
  secondBy: textField('第二方', { max: 60, placeholder: '如：组织考核者' }),
  secondText: textField('第二方报的数', { max: 20, code: true, figures: true, hint: '4至20位数字' }),
}

/** Freezes the frame and draws the sample; two parties each give a number, so that neither can choose whom it falls on. */
export function DrawSample({ year, survey, onClose }: SurveyProps & { readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/surveys/:survey/draw', { done: '名单已冻结，样本随即抽取' })
  const form = useForm(fields, {
    acts: [act],
    wrong: ({ firstText, secondText }) => ({
      firstText: wrongNumber(firstText),
      secondText: wrongNumber(secondText),
    }),
    send: sent =>
      act.run({
        params: { year, survey: survey.id },
        body: {
          revision: survey.revision,
          parts: [
            { by: sent.firstBy, text: figureText(sent.firstText) },
            { by: sent.secondBy, text: figureText(sent.secondText) },
          ],
        },
      }),
    after: onClose,
  })
  return (
    <FormModal
      form={form}
      title="抽取样本"
      confirm="抽取"
      what={<p>名单先冻结，两方再各报一个数，合成种子；任何人可以按抽样记录重算。抽取以后名单不能再改。</p>}
      onClose={onClose}
    >
      <FormFields of={form} only={['firstBy', 'firstText']} className="two-fields" />
      <FormFields of={form} only={['secondBy', 'secondText']} className="two-fields" />
    </FormModal>
  )
}

function wrongNumber(text: string): string | undefined {
  return text === '' || /^\d{4,20}$/.test(text.normalize('NFKC').trim()) ? undefined : '请填4至20位数字。'
}
