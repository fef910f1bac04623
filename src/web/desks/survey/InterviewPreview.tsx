import { Button } from 'antd'
import { useState } from 'react'
import { ScriptView } from './interview/ScriptView.tsx'
import { useScript } from './interview/useScript.ts'
import type { Questionnaire } from './surveyTypes.ts'

/** Shows a questionnaire as the interviewer sees it, to be clicked through; nothing is kept. */
export function InterviewPreview({
  questionnaire,
  complaint,
}: {
  readonly questionnaire: Questionnaire
  readonly complaint: string
}) {
  const [turn, setTurn] = useState(0)
  const script = useScript({ questionnaire, turn, answers: {} })
  return (
    <section aria-label="访问员看到的样子" className="interview-preview">
      <h2>访问员看到的样子</h2>
      <ScriptView
        script={script}
        questionnaire={questionnaire}
        complaint={complaint}
        unitName="（单位名称）"
      />
      <div className="buttons">
        <Button
          onClick={() => {
            script.restart()
            setTurn(now => now + 1)
          }}
        >
          换一份再看
        </Button>
      </div>
    </section>
  )
}
