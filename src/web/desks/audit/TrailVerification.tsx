import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'

/** The hash before the first line. */
const START = '0'.repeat(64)

interface Run {
  readonly to: number
  readonly total: number
  readonly hash: string
  readonly done: boolean
  readonly fault?: string | undefined
}

/** Verifies the audit trail: recomputes the hash chain piece by piece and says where it is broken. */
export function TrailVerification() {
  const [run, setRun] = useState<Run>()
  const [refused, setRefused] = useState<Refused>()
  const left = useRef(new AbortController())
  useEffect(() => {
    left.current = new AbortController()
    return () => left.current.abort()
  }, [])

  async function verify() {
    setRefused(undefined)
    let at: Run = { to: 0, total: 0, hash: START, done: false }
    setRun(at)
    const { signal } = left.current
    try {
      while (!at.done) {
        const { to, hash, head, done, fault } = await call(
          'GET /api/trail/verification',
          { query: { after: String(at.to), hash: at.hash } },
          { signal },
        )
        at = { to, total: head.seq, hash, done, fault: fault?.sentence }
        setRun(at)
      }
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof Refused)) throw error
      setRefused(error)
      setRun(undefined)
    }
  }

  return (
    <section className="trail-verification" aria-label="核验留痕">
      <RefusedNotice error={refused} onRetry={() => void verify()} />
      {run !== undefined && !run.done && <ProgressLine label="正在核验" done={run.to} total={run.total} />}
      {run?.done === true && <Verdict run={run} />}
      {(run === undefined || run.done) && (
        <Button onClick={() => void verify()}>{run === undefined ? '核验全部留痕' : '再核验一次'}</Button>
      )}
    </section>
  )
}

function Verdict({ run: { to, hash, fault } }: { readonly run: Run }) {
  if (fault !== undefined) return <Alert type="error" showIcon title="留痕不完整" description={fault} />
  return (
    <Alert
      type="success"
      showIcon
      title={`留痕完整：${to}条，逐条核验相符`}
      description={
        <>
          末条校验值 <span translate="no">{hash}</span>。请另处记下，日后可以据此看出末尾是否被截去。
        </>
      }
    />
  )
}
