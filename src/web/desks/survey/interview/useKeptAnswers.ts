import { officeTime } from '../../../client/officeZone.ts'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import type { Interview } from './interviewTypes.ts'

/** Seconds between two saves; each also says that the case is still on this desk. */
const EVERY = 10

/** Saves the answers of an interview under way, also as the page is left, and says how that stands. */
export function useKeptAnswers(interview: Interview, answers: Readonly<Record<string, string>>) {
  const [heldUntil, setHeldUntil] = useState(interview.heldUntil)
  const [fault, setFault] = useState<Refused>()
  const [savedAt, setSavedAt] = useState<string>()
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  const isLost = fault?.code === 'caseElsewhere'
  useEffect(() => {
    if (isLost) return
    const timer = setInterval(() => {
      call('PUT /api/interview/:case', {
        params: { case: interview.case },
        body: { answers: latest.current },
      })
        .then(answer => {
          setHeldUntil(answer.heldUntil)
          setSavedAt(clockOf(new Date().toISOString()))
          setFault(undefined)
        })
        .catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error
          setFault(error)
        })
    }, EVERY * 1000)
    return () => clearInterval(timer)
  }, [interview.case, isLost])
  const hasAnswers = Object.keys(answers).length > 0
  useEffect(() => {
    if (isLost || !hasAnswers) return
    const save = () => {
      const input = { params: { case: interview.case }, body: { answers: latest.current } }
      call('PUT /api/interview/:case', input, { keepalive: true }).catch(() => {})
    }
    addEventListener('pagehide', save)
    return () => removeEventListener('pagehide', save)
  }, [interview.case, isLost, hasAnswers])
  const held = `个案保留在您手上到${clockOf(heldUntil)}，每${EVERY}秒自动延长`
  return {
    isLost,
    failed: fault !== undefined,
    said:
      fault === undefined
        ? savedAt === undefined
          ? held
          : `${savedAt}已保存；${held}`
        : isLost
          ? fault.message
          : `没有保存上，稍后再试：${fault.message}`,
  }
}

function clockOf(moment: string): string {
  return officeTime(new Date(moment)).time
}
