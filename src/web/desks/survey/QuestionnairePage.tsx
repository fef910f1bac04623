import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { useDraft } from '../../kit/useDraft.ts'
import { addQuestion, lacksOf, moveQuestion } from './editQuestionnaire.ts'
import { InterviewPreview } from './InterviewPreview.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { QuestionList } from './QuestionList.tsx'
import { addressOfSurvey, type Questionnaire, type SurveyProps } from './surveyTypes.ts'
import { useSteps } from './useSteps.ts'
import { WordsField } from './WordsField.tsx'
import './survey.css'

/** Edits the questionnaire (问卷) of a survey beside its preview as the interviewer sees it. */
export function QuestionnairePage() {
  const { year } = useYear()
  const { survey } = useParams({ strict: false }) as { readonly survey: string }
  const of = useAnswer('GET /api/years/:year/surveys/:survey', { params: { year, survey } })
  return (
    <AnsweredPage title="问卷" of={of}>
      {answer => <Editing year={year!} survey={answer} />}
    </AnsweredPage>
  )
}

interface Typed {
  readonly questionnaire?: Questionnaire
  /** The revision on which typing began. */
  readonly revision?: number
}

function Editing({ year, survey }: SurveyProps) {
  const act = useAct('PUT /api/years/:year/surveys/:survey/questionnaire', { done: '问卷已保存' })
  const { value: typed, change, drop } = useDraft<Typed>(`survey.questions.${survey.id}`, {})
  const [open, setOpen] = useState<string>()
  const questionnaire = typed.questionnaire ?? survey.questionnaire
  const mayEdit = useSteps(survey)('ask')
  const isTyped = typed.questionnaire !== undefined
  const lacks = lacksOf(questionnaire)
  const [isAsked, setAsked] = useState(false)
  const edit = (part: Partial<Questionnaire>) => {
    act.forget()
    change({
      questionnaire: { ...questionnaire, ...part },
      revision: typed.revision ?? survey.revision,
    })
  }
  const { questions } = questionnaire
  const isStale = act.refused?.code === 'staleRevision'
  useEffect(() => {
    if (!isTyped) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isTyped])

  async function save(revision: number) {
    setAsked(true)
    if (lacks.length > 0) return
    const answer = await act.run({ params: { year, survey: survey.id }, body: { revision, questionnaire } })
    if (answer === undefined) return
    setAsked(false)
    drop()
  }

  return (
    <>
      <PageHead
        title="问卷"
        state={survey.pinned ? `第${survey.version}版，第一次拨打以后不再改` : `第${survey.version}版`}
        actions={
          <>
            <BackLink to={addressOfSurvey(year, survey.id)}>返回调查</BackLink>
            {mayEdit && isTyped && <Button onClick={drop}>不保存修改</Button>}
            {mayEdit && (
              <Button
                type="primary"
                disabled={!isTyped}
                loading={act.busy}
                onClick={() => void save(typed.revision ?? survey.revision)}
              >
                保存问卷
              </Button>
            )}
          </>
        }
      />
      {isStale ? (
        <ConflictNotice
          refused={act.refused!}
          fields={[
            {
              label: '题目',
              theirs: survey.questionnaire.questions.map(({ text }) => text).join('；'),
              mine: questions.map(({ text }) => text).join('；'),
            },
          ]}
          busy={act.busy}
          onTakeTheirs={() => {
            act.forget()
            drop()
          }}
          onSaveMine={() => void save(survey.revision)}
        />
      ) : (
        <RefusedNotice error={act.refused} />
      )}
      {isAsked && lacks.length > 0 && (
        <p className="bad" role="alert">
          没有保存，还没有填写：{lacks.join('、')}。
        </p>
      )}
      <div className="questionnaire-sides">
        {!mayEdit ? (
          <QuestionList questions={questions} />
        ) : (
          <div>
            <WordsField
              label="开场白"
              hint={'说明谁在调查、为什么、自愿参加、不记名保存；投诉电话读出来。写{单位}的地方读单位名称。'}
              lines={5}
              max={2000}
              value={questionnaire.opening}
              onChange={opening => edit({ opening })}
            />
            <ol className="question-editors bare">
              {questions.map((question, at) => (
                <QuestionEditor
                  key={question.id}
                  at={at}
                  question={question}
                  earlier={questions.slice(0, at)}
                  answers={survey.scheme.answers}
                  open={open === question.id}
                  onOpen={isOpen => setOpen(isOpen ? question.id : undefined)}
                  onChange={next => edit({ questions: questions.with(at, next) })}
                  onMove={to => edit({ questions: moveQuestion(questions, at, to) })}
                  onRemove={() => edit({ questions: questions.toSpliced(at, 1) })}
                  last={at === questions.length - 1}
                />
              ))}
            </ol>
            <div className="buttons questionnaire-adds">
              {(['satisfaction', 'choice', 'open'] as const).map(kind => (
                <Button
                  key={kind}
                  disabled={questions.length >= 30}
                  onClick={() => {
                    const next = addQuestion(questions, kind, survey.scheme.answers)
                    edit({ questions: next })
                    setOpen(next.at(-1)!.id)
                  }}
                >
                  {{ satisfaction: '增加满意度题', choice: '增加选择题', open: '增加开放题' }[kind]}
                </Button>
              ))}
            </div>
            <WordsField
              label="结束语"
              lines={2}
              max={1000}
              value={questionnaire.closing}
              onChange={closing => edit({ closing })}
            />
          </div>
        )}
        <InterviewPreview questionnaire={questionnaire} complaint={survey.commission.complaint} />
      </div>
    </>
  )
}
