import { useCallback, useEffect, useRef, useState } from 'react'
import { call, newKey } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import type { HallMove, HallState } from './hallState.ts'

/** A hall as a page knows it. */
export interface Hall {
  /** What the server said last. */
  readonly state: HallState
  /** How long ago, in ms. */
  readonly since: number
  readonly isDown: boolean
  /** Whether a step is under way, or was taken a moment ago. */
  readonly isBusy: boolean
  /** Why the last step was not taken. */
  readonly refused: string | undefined
  move(move: HallMove): void
}

/** A hall being opened: its state is missing until the server has answered, and `fault` says why it does not. */
type OpeningHall = Omit<Hall, 'state'> & {
  readonly state: HallState | undefined
  readonly fault: string | undefined
}

const AGAIN = 1000
const LONGEST = 4000
const TICK = 200
/** A second tap of a double tap comes within this time, in ms. */
const REST = 900

interface Said {
  readonly state: HallState
  /** When the server said so, by this page's own clock. */
  readonly at: number
}

/** Reads a hall every second and counts on in between; while the line is down it goes on counting, and a step is taken once. */
export function useHall(code: string): OpeningHall {
  const [said, setSaid] = useState<Said>()
  const [missed, setMissed] = useState(0)
  const [fault, setFault] = useState<string>()
  const [refused, setRefused] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const now = useNow()
  /** Answers that were asked for before the last step are old. */
  const steps = useRef(0)
  const busy = useRef(false)

  const read = useCallback(async () => {
    const asked = performance.now()
    const step = steps.current
    try {
      const state = await call('POST /api/hall', { body: { code } }, { signal: AbortSignal.timeout(LONGEST) })
      if (step === steps.current) setSaid({ state, at: (asked + performance.now()) / 2 })
      setMissed(0)
      setFault(undefined)
    } catch (error) {
      setMissed(count => count + 1)
      if (isFinal(error)) setFault(error.message)
    }
  }, [code])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let wanted = true
    const go = () => void read().finally(() => (wanted ? (timer = setTimeout(go, AGAIN)) : undefined))
    go()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [read])

  const move = async (step: HallMove) => {
    if (said === undefined || busy.current) return
    busy.current = true
    setBusy(true)
    setRefused(undefined)
    const key = newKey()
    const body = { code, move: step, revision: said.state.revision }
    try {
      const state = await call(
        'POST /api/hall/steps',
        { body },
        { key, signal: AbortSignal.timeout(LONGEST) },
      )
      steps.current++
      setSaid({ state, at: performance.now() })
    } catch (error) {
      setRefused(
        error instanceof Refused && error.status !== 0
          ? error.message
          : '没有收到服务器的答复，请看会场现在的情况再操作。',
      )
      await read()
    }
    setTimeout(() => {
      busy.current = false
      setBusy(false)
    }, REST)
  }

  return {
    state: said?.state,
    since: said === undefined ? 0 : Math.max(0, now - said.at),
    isDown: missed > 1,
    isBusy,
    refused,
    fault,
    move: step => void move(step),
  }
}

/** Whether asking again is of no use: the code is unknown. */
function isFinal(error: unknown): error is Refused {
  return error instanceof Refused && error.status >= 400 && error.status < 500 && error.status !== 429
}

function useNow(): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK)
    return () => clearInterval(timer)
  }, [])
  return now
}
