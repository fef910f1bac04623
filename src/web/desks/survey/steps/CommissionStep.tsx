import { askedSizes } from '../../../../domain/campaign/survey/askedSizes.ts'
import { useNavigate } from '@tanstack/react-router'
import { surveyWayNames } from '../../../../domain/campaign/survey/surveyState.ts'
import { useAct } from '../../../client/useAct.ts'
import { Fact } from '../../../kit/Fact.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { printDay } from '../../../kit/printDay.ts'
import { addressOfSurvey, type SurveyProps } from '../surveyTypes.ts'
import { useSteps } from '../useSteps.ts'
import { StepAct } from './StepAct.tsx'

/** Shows the commission: its terms and sizes; the committee changes it and gives it. */
export function CommissionStep({ year, survey }: SurveyProps) {
  const go = useNavigate()
  const params = { year, survey: survey.id }
  const body = { revision: survey.revision }
  const entrust = useAct('POST /api/years/:year/surveys/:survey/entrust', { done: '已委托' })
  const drop = useAct('POST /api/years/:year/surveys/:survey/drop', {
    done: '已删除',
    leave: () => go({ to: `/${year}/surveys` }),
  })
  const may = useSteps(survey)
  const { commission, scheme, planned } = survey
  const isDraft = survey.stage === 'drafted'
  return (
    <>
      <dl className="facts">
        <Fact name="考核项目">{survey.componentName}</Fact>
        <Fact name="方式">{surveyWayNames[survey.way]}</Fact>
        <Fact name="受委托单位">{survey.surveyor}</Fact>
        <Fact name="访问期间">
          {printDay(survey.begins)}至{printDay(survey.ends)}
        </Fact>
        {survey.way === 'calls' && (
          <>
            <Fact name="拨打时段">{commission.hours.map(({ from, to }) => `${from}至${to}`).join('，')}</Fact>
            <Fact name="最多拨打">每个号码{commission.mostAttempts}次</Fact>
            <Fact name="号码删除">{printDay(commission.deleteOn)}</Fact>
          </>
        )}
        <Fact name="投诉电话">{commission.complaint}</Fact>
        <Fact name="意见原文">
          {commission.groupReadsOpinions ? '组织考核者和领导小组可以看' : '组织考核者可以看'}
        </Fact>
      </dl>
      <ul className="line-list bare survey-groups">
        {scheme.groups.map(({ id, name }) => {
          const sizes = askedSizes(commission).filter(one => one.group === id)
          return (
            <li key={id}>
              <span>{name}</span>
              <span>
                {sizes.length}个单位，计划{sizes.reduce((sum, { size }) => sum + size, 0)}份
              </span>
            </li>
          )
        })}
      </ul>
      {may('entrust') && planned === 0 && <p className="soft">还没有样本量：先修改委托，再委托。</p>}
      <div className="step-acts">
        {may('plan') && (
          <LinkButton
            type={isDraft && planned === 0 ? 'primary' : 'default'}
            to={`${addressOfSurvey(year, survey.id)}/commission`}
          >
            修改委托
          </LinkButton>
        )}
        {may('entrust') && planned > 0 && (
          <StepAct
            text="委托"
            what={`委托${survey.surveyor}开展调查。委托以后，名称、方式、开始日期和号码删除日期不能再改；样本量在抽样以前可以改。`}
            act={entrust}
            onDo={() => entrust.run({ params, body })}
          />
        )}
        {isDraft && may('plan') && (
          <StepAct
            plain
            text="删除这项调查"
            what="还没有委托，删除后不留内容。"
            act={drop}
            onDo={() => drop.run({ params, body })}
          />
        )}
      </div>
    </>
  )
}
