import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { mayReadOpinions } from '../../../../contract/survey/mayReadOpinions.ts'
import { useSession } from '../../../client/SessionContext.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import type { CallAnswer } from '../../../client/call.ts'
import { Answered } from '../../../kit/Answered.tsx'
import type { SurveyProps } from '../surveyTypes.ts'

const ROUTE = 'GET /api/years/:year/surveys/:survey/open-answers'

/** Groups that are listed at first, and more by each press of the button. */
const STEP = 30

/** Shows the open answers: frequent phrases, near-same ones as a group, and a search; those that name somebody were withheld. */
export function OpenAnswers({ year, survey, least }: SurveyProps & { readonly least: number }) {
  const may = mayReadOpinions(useSession().account.grants, survey.commission)
  const of = useAnswer(ROUTE, { params: { year, survey: survey.id } }, { when: may })
  return (
    <section aria-label="意见建议">
      <h2>意见建议</h2>
      {may ? (
        <Answered of={of}>{reading => <Shown reading={reading} least={least} />}</Answered>
      ) : (
        <p className="soft">意见建议原文只给组织考核者和调查方看；领导小组能不能看，由委托写明。</p>
      )}
    </section>
  )
}

function Shown({ reading, least }: { readonly reading: CallAnswer<typeof ROUTE>; readonly least: number }) {
  const { answers, groups, phrases, withheld, marks } = reading
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(STEP)
  const sought = useDeferredValue(typed.trim())
  if (answers.length + withheld === 0)
    return <p className="soft">没有可以显示的意见建议。单位的一类对象不足{least}份答卷的，不显示。</p>
  const found = groups.flatMap(({ text, answers: all }) => {
    const matching = all.filter(at => sought === '' || answers[at]!.text.includes(sought))
    return matching.length === 0 ? [] : [{ text, all: matching }]
  })
  return (
    <>
      <p>
        共{answers.length + withheld}条，
        {withheld > 0 &&
          `其中${withheld}条能看出说的是谁或是谁说的（${marks.map(({ name, count }) => `${name}${count}条`).join('，')}），不显示；其余${answers.length}条`}
        归并为{groups.length}类。
      </p>
      {phrases.length > 0 && (
        <div className="buttons survey-phrases choices" role="group" aria-label="常见短语">
          {phrases.slice(0, 30).map(({ text, answers: all }) => (
            <button
              key={text}
              type="button"
              aria-pressed={sought === text}
              onClick={() => setTyped(sought === text ? '' : text)}
            >
              {text} {all.length}
            </button>
          ))}
        </div>
      )}
      <Input
        type="search"
        prefix={<SearchOutlined aria-hidden />}
        className="survey-search"
        aria-label="查找意见"
        placeholder="查找意见"
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {found.length === 0 && <p className="soft">没有提到“{sought}”的意见。</p>}
      <ul className="bare survey-open">
        {found.slice(0, most).map(({ text, all }) => (
          <li key={all[0]}>
            {all.length === 1 ? (
              <p>
                <span translate="no">{text}</span>
                <span className="small-soft">　{placeOf(answers[all[0]!]!)}</span>
              </p>
            ) : (
              <details>
                <summary>
                  <span translate="no">{text}</span>
                  <strong>　{all.length}条相近</strong>
                </summary>
                <ul>
                  {all.map(at => (
                    <li key={at}>
                      <span translate="no">{answers[at]!.text}</span>
                      <span className="small-soft">　{placeOf(answers[at]!)}</span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {found.length > most && (
        <Button onClick={() => setMost(now => now + STEP)}>
          再列{Math.min(STEP, found.length - most)}类
        </Button>
      )}
    </>
  )
}

function placeOf({ unitName, groupName }: { readonly unitName: string; readonly groupName: string }): string {
  return `${unitName}，${groupName}`
}
