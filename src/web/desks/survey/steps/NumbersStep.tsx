import { useMay } from '../../../client/useMay.ts'
import { useAct } from '../../../client/useAct.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { printDay } from '../../../kit/printDay.ts'
import type { SurveyProps } from '../surveyTypes.ts'
import { StepAct } from './StepAct.tsx'

const ROUTE = 'GET /api/years/:year/surveys/:survey/erasure'

/** Shows what is left of the telephone numbers, place by place, and deletes them before the day where that is wanted. */
export function NumbersStep({ year, survey }: SurveyProps) {
  const may = useMay()
  const params = { year, survey: survey.id }
  const of = useAnswer(ROUTE, { params })
  const isOver = ['separated', 'handedOver', 'accepted'].includes(survey.stage)
  const erase = useAct('POST /api/years/:year/surveys/:survey/erasure', { done: '号码已删除' })
  return (
    <Answered of={of}>
      {({ deleteOn, deletedOn, by, places, notes }) => (
        <>
          <p>
            {deletedOn === undefined
              ? `电话号码和姓名到${printDay(deleteOn)}删除，密钥同时销毁。`
              : `${printDay(deletedOn)}${by === undefined ? '到期' : `由${by}`}删除，密钥已销毁。`}
          </p>
          <ul className="line-list bare survey-groups">
            {places.map(({ place, left }) => (
              <li key={place}>
                <span>{place}</span>
                <span className={left === 0 ? 'good' : undefined}>
                  {left === 0 ? '没有' : `还有${left}条`}
                </span>
              </li>
            ))}
          </ul>
          {notes.map(note => (
            <p key={note} className="small-soft-line">
              {note}
            </p>
          ))}
          {deletedOn === undefined && isOver && may('commissionSurveys') && (
            <StepAct
              plain
              text="现在删除号码"
              what="电话号码和姓名立即彻底删除，不能恢复。"
              act={erase}
              onDo={() => erase.run({ params, body: {} })}
            />
          )}
        </>
      )}
    </Answered>
  )
}
