import { App, Button } from 'antd'
import { useState } from 'react'
import { acceptFields } from '../../../../contract/survey/surveyFields.ts'
import { useAct } from '../../../client/useAct.ts'
import { useYear } from '../../../client/useYear.ts'
import { FormModal } from '../../../kit/form/FormModal.tsx'
import { useForm } from '../../../kit/form/useForm.ts'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import type { SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'

/** Lets the committee accept the result, which then is a fact of the year, return it, or take the acceptance back. */
export function DecisionStep({ year, survey }: SurveyProps) {
  const { message } = App.useApp()
  const [asked, setAsked] = useState<'accept' | 'return' | 'takeBack'>()
  const sendBack = useAct('POST /api/years/:year/surveys/:survey/return')
  const takeBack = useAct('POST /api/years/:year/surveys/:survey/take-back')
  const act = asked === 'takeBack' ? takeBack : sendBack
  const close = () => setAsked(undefined)
  const may = useSteps(survey)
  async function confirm(reason: string) {
    const body = { reason, revision: survey.revision }
    const answer = await act.run({ params: { year, survey: survey.id }, body })
    if (answer !== undefined) void message.success(asked === 'takeBack' ? '接收已撤回' : '已退回')
    return answer
  }
  const { isSealed } = useYear()
  return (
    <>
      {survey.stage === 'accepted' && <p>结果已接收，各单位的汇总记入年度，参加计分。</p>}
      {survey.stage === 'handedOver' && !may('accept') && (
        <p className="soft">{isSealed ? '结果已封存，不再接收。' : '等待组织考核者接收。'}</p>
      )}
      <div className="buttons">
        {may('accept') && (
          <Button type="primary" onClick={() => setAsked('accept')}>
            接收
          </Button>
        )}
        {may('return') && <Button onClick={() => setAsked('return')}>退回</Button>}
        {may('takeBack') && <Button onClick={() => setAsked('takeBack')}>撤回接收</Button>}
      </div>
      {asked === 'accept' && <Accept year={year} survey={survey} onClose={close} />}
      <ReasonModal
        open={asked === 'return' || asked === 'takeBack'}
        title={asked === 'takeBack' ? '撤回接收' : '退回结果'}
        what={asked === 'takeBack' ? '写入年度的汇总随之撤下。' : '调查方改正后重新移交。'}
        confirm={asked === 'takeBack' ? '撤回' : '退回'}
        act={act}
        run={confirm}
        onClose={close}
      />
    </>
  )
}

function Accept({ year, survey, onClose }: SurveyProps & { readonly onClose: () => void }) {
  const act = useAct('POST /api/years/:year/surveys/:survey/accept', { done: '结果已接收' })
  const form = useForm(acceptFields, {
    acts: [act],
    send: sent =>
      act.run({ params: { year, survey: survey.id }, body: { revision: survey.revision, ...sent } }),
    after: onClose,
  })
  const { talliesElsewhere } = survey
  return (
    <FormModal
      form={form}
      title="接收民意调查结果"
      confirm="接收"
      what={<p>各单位的答案汇总记入年度，综合得分随之变动；可以撤回。</p>}
      onClose={onClose}
      {...(talliesElsewhere === 0 && { children: <span /> })}
    />
  )
}
