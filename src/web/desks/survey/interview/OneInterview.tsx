import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dispositionNames, type Disposition } from '../../../../domain/campaign/survey/disposition.ts'
import { NO_REPLY } from '../../../../domain/campaign/survey/questionnaire.ts'
import { useAct } from '../../../client/useAct.ts'
import { RefusedNotice } from '../../../kit/RefusedNotice.tsx'
import { printAppointment } from '../printAppointment.ts'
import { AppointmentField } from './AppointmentField.tsx'
import type { Interview } from './interviewTypes.ts'
import { ScriptView } from './ScriptView.tsx'
import { useKeptAnswers } from './useKeptAnswers.ts'
import { useKeys } from './useKeys.ts'
import { useScript } from './useScript.ts'

/** Letters of the results of a call, as they stand on their keys. */
const LETTERS: Readonly<Record<Disposition, string>> = {
  interview: 'W',
  appointment: 'Y',
  noAnswer: 'N',
  busy: 'B',
  notInService: 'K',
  refusal: 'J',
  unavailable: 'U',
  machine: 'M',
  wrongPerson: 'C',
  notEligible: 'F',
  unable: 'T',
  breakOff: 'G',
}

const RESULTS = Object.keys(LETTERS) as readonly Disposition[]

/** One case: the number, dialled by hand, the script, and how the call ended. */
export function OneInterview({ interview }: { readonly interview: Interview }) {
  const { case: id, questionnaire, turn } = interview
  const queries = useQueryClient()
  const [dialled, setDialled] = useState(false)
  /** The result that was chosen, to be confirmed. */
  const [chosen, setChosen] = useState<Disposition>()
  const script = useScript({ questionnaire, turn, answers: interview.answers })
  const kept = useKeptAnswers(interview, script.answers)
  const end = useAct('POST /api/interview/:case/end', { refresh: [] })
  const isGone = kept.isLost || end.refused?.code === 'caseElsewhere'
  const leave = () => void queries.invalidateQueries()

  async function finish(disposition: Disposition, appointment?: string) {
    const desk = await end.run({
      params: { case: id },
      body: { disposition, answers: script.answers, ...(appointment !== undefined && { appointment }) },
    })
    if (desk !== undefined) queries.setQueryData(['GET /api/interview', {}], desk)
  }

  function confirm() {
    if (chosen !== undefined && !end.busy) void finish(chosen).then(() => setChosen(undefined))
  }

  useKeys((event, isTyping) => {
    const { key, ctrlKey } = event
    if (isGone) {
      if (key === 'Enter') leave()
      return key === 'Enter'
    }
    // The reason why the last result was refused stays until the next key.
    if (chosen === undefined) end.forget()
    if (chosen !== undefined) {
      if (key === 'Escape') setChosen(undefined)
      if (key === 'Enter' && chosen !== 'appointment') confirm()
      return key === 'Escape' || (key === 'Enter' && chosen !== 'appointment')
    }
    if (!dialled) {
      if (key !== 'Enter') return false
      setDialled(true)
      return true
    }
    if (key === 'Enter' && ctrlKey) {
      script.next()
      return true
    }
    if (isTyping) {
      if (key === 'Escape') (event.target as HTMLElement).blur()
      return key === 'Escape'
    }
    if (ctrlKey) return false
    if (key === 'ArrowLeft') {
      script.back()
      return true
    }
    if (key === 'Enter') {
      if (script.place === 'closing') setChosen('interview')
      else script.next()
      return true
    }
    if (/^\d$/.test(key) && typeof script.place !== 'string') {
      const option = script.options[Number(key) - 1]
      if (key === '0') script.answer(NO_REPLY)
      else if (option !== undefined) script.answer(option.id)
      return true
    }
    const result = RESULTS.find(one => LETTERS[one] === key.toUpperCase())
    if (result === undefined) return false
    setChosen(result)
    return true
  })

  return (
    <div className="interview">
      <header className="interview-head">
        <p>
          {interview.title}　{interview.unitName}　{interview.groupName}　第{interview.attempt}次拨打
          {interview.appointment !== undefined && (
            <strong>　预约{printAppointment(interview.appointment)}</strong>
          )}
        </p>
        <div className="interview-number">
          <span translate="no">{dialled ? interview.dial : interview.number}</span>
          {interview.person !== undefined && <span>{interview.person}</span>}
        </div>
        <p className={kept.failed ? 'bad' : 'soft'} role={kept.failed ? 'alert' : undefined}>
          {kept.said}
        </p>
      </header>
      <RefusedNotice error={end.refused} />
      {isGone ? (
        <button type="button" className="script-key" onClick={leave}>
          <kbd translate="no">Enter</kbd>回到领取
        </button>
      ) : !dialled ? (
        <div className="script">
          <p className="script-words">拨打时显示完整号码。</p>
          <button type="button" className="script-key" onClick={() => setDialled(true)}>
            <kbd translate="no">Enter</kbd>拨打
          </button>
        </div>
      ) : chosen === 'appointment' ? (
        <AppointmentField
          interview={interview}
          busy={end.busy}
          onArrange={at => void finish('appointment', at)}
          onCancel={() => setChosen(undefined)}
        />
      ) : chosen !== undefined ? (
        <div className="script" role="alert">
          <p className="script-words">这次的结果：{dispositionNames[chosen]}</p>
          <div className="buttons">
            <button type="button" className="script-key" disabled={end.busy} onClick={confirm}>
              <kbd translate="no">Enter</kbd>记下，结束这次拨打
            </button>
            <button type="button" className="script-key" onClick={() => setChosen(undefined)}>
              <kbd translate="no">Esc</kbd>返回访问
            </button>
          </div>
        </div>
      ) : (
        <>
          <ScriptView
            script={script}
            questionnaire={questionnaire}
            complaint={interview.complaint}
            unitName={interview.unitName}
          />
          <section aria-label="访问结果" className="interview-results">
            <h2>访问结果</h2>
            <div className="buttons">
              {RESULTS.map(result => (
                <button key={result} type="button" className="script-key" onClick={() => setChosen(result)}>
                  <kbd translate="no">
                    {result === 'interview' && script.place === 'closing' ? 'Enter' : LETTERS[result]}
                  </kbd>
                  {dispositionNames[result]}
                </button>
              ))}
            </div>
          </section>
        </>
      )}
    </div>
  )
}
