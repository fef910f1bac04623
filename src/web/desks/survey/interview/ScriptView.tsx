import { NO_REPLY, OPEN_MOST, wordsFor } from '../../../../domain/campaign/survey/questionnaire.ts'
import type { Questionnaire } from '../surveyTypes.ts'
import type { Script } from './useScript.ts'
import './interview.css'

interface Props {
  readonly script: Script
  readonly questionnaire: Questionnaire
  readonly complaint: string
  /** Read out where the words say `{单位}`. */
  readonly unitName: string
}

/** Shows what is to be read out now, and the answers by their number keys; one of its buttons is a key each. */
export function ScriptView({ script, questionnaire, complaint, unitName }: Props) {
  const { place, answers } = script
  const read = (words: string): string => wordsFor(words, unitName)
  if (place === 'opening')
    return (
      <div className="script">
        <p className="script-words">{read(questionnaire.opening)}</p>
        <p className="soft">如对方问起，投诉电话：{complaint}</p>
        <div className="buttons">
          <button type="button" className="script-key" onClick={script.next}>
            <kbd translate="no">Enter</kbd>同意，开始提问
          </button>
        </div>
      </div>
    )
  if (place === 'closing')
    return (
      <div className="script">
        <p className="script-words">{read(questionnaire.closing || '问完了，向对方致谢。')}</p>
        <p className="soft">
          答了{script.done}题，共{script.total}题。
        </p>
        <button type="button" className="script-key" onClick={script.back}>
          <kbd translate="no">←</kbd>回到上一题
        </button>
      </div>
    )
  const given = answers[place.id]
  return (
    <div className="script">
      <p className="soft">
        第{script.nth}题，共{script.total}题
      </p>
      <p className="script-words" aria-live="polite">
        {read(place.text)}
      </p>
      {place.kind === 'open' ? (
        <textarea
          key={place.id}
          className="script-open"
          aria-label={read(place.text)}
          rows={4}
          maxLength={OPEN_MOST}
          defaultValue={given === NO_REPLY ? '' : given}
          onChange={event => script.type(event.target.value)}
          ref={box => box?.focus()}
        />
      ) : (
        <ol className="script-options bare">
          {script.options.map(({ id, text }, at) => (
            <li key={id}>
              <button
                type="button"
                className="script-key"
                aria-pressed={given === id}
                onClick={() => script.answer(id)}
              >
                <kbd translate="no">{at + 1}</kbd>
                {text}
              </button>
            </li>
          ))}
        </ol>
      )}
      {place.kind === 'open' && (
        <p className="soft">
          正在填写时，先按<kbd translate="no">Esc</kbd>，再按方向键回上一题，或按字母选访问结果。
        </p>
      )}
      <div className="buttons">
        <button type="button" className="script-key" onClick={script.back}>
          <kbd translate="no">←</kbd>上一题
        </button>
        {place.kind === 'open' ? (
          <button type="button" className="script-key" onClick={script.next}>
            <kbd translate="no">Ctrl</kbd>
            <kbd translate="no">Enter</kbd>记下，下一题
          </button>
        ) : (
          <button type="button" className="script-key" onClick={() => script.answer(NO_REPLY)}>
            <kbd translate="no">0</kbd>不愿回答
          </button>
        )}
      </div>
    </div>
  )
}
