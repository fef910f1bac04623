import { useCallback, useEffect, useRef, useState } from 'react'
import { askSitting, type Chosen, type Sitting, SittingFault } from './sitting.ts'

/** A paper being answered: its content, the chosen options and the actions on it. */
export interface Sat {
  readonly sitting: Sitting | undefined
  readonly chosen: Chosen
  readonly fault: SittingFault | undefined
  readonly busy: boolean
  /** Whether all choices have reached the server. */
  readonly isSaved: boolean
  /** Whether it was handed in here, by hand or because the time was up, and the server has not said so yet: it is repeated until it does. */
  readonly isHandingIn: boolean
  /** Whether answers given here came too late to count. */
  readonly isLost: boolean
  /** When the time is up, in ms of this phone's own clock. */
  readonly end: number | undefined
  /** Starts the paper, or goes on with it on this phone. */
  start(): void
  choose(question: string, options: readonly number[]): void
  submit(): void
}

const PAUSE = 700
const AGAIN = 4000

/** What a phone keeps of a paper. */
interface Kept {
  readonly chosen: Chosen
  /** Number of the last choice; the server keeps the highest. */
  readonly saved: number
  readonly isHandingIn: boolean
}

/** Holds a paper being answered. Each choice is saved on the phone at once and on the server a moment later; a reload continues where it was left. */
export function useSitting(code: string): Sat {
  const [sitting, setSitting] = useState<Sitting>()
  const [kept, setKept] = useState<Kept>(() => readKept(code))
  const [fault, setFault] = useState<SittingFault>()
  const [busy, setBusy] = useState(false)
  const [end, setEnd] = useState<number>()
  const [isLost, setLost] = useState(false)
  const latest = useRef(kept)
  latest.current = kept

  const take = useCallback((next: Sitting, isStart = false) => {
    setSitting(next)
    setFault(undefined)
    setEnd(next.left === undefined ? undefined : Date.now() + next.left * 1000)
    const { answers, saved } = next
    // Another phone may have saved more; what only this phone has fills the gaps.
    setKept(now =>
      answers !== undefined && (isStart || saved > now.saved)
        ? { ...now, chosen: { ...now.chosen, ...answers }, saved: Math.max(saved, now.saved) }
        : now,
    )
  }, [])

  const act = useCallback(
    async (work: () => Promise<Sitting>, isStart = false) => {
      setBusy(true)
      try {
        take(await work(), isStart)
      } catch (error) {
        const told = error instanceof SittingFault ? error : new SittingFault('页面出错，请重新打开。', false)
        setFault(told)
        if (told.code === 'paperEnded') setLost(true)
        if (told.final) {
          setKept(now => ({ ...now, isHandingIn: false }))
          await askSitting(code, '').then(setSitting, () => undefined)
        }
      } finally {
        setBusy(false)
      }
    },
    [code, take],
  )

  useEffect(() => void act(() => askSitting(code, '')), [act, code])

  useEffect(() => localStorage.setItem(keyOf(code), JSON.stringify(kept)), [code, kept])

  const { chosen, saved, isHandingIn } = kept
  const isRunning = sitting?.state === 'started' && !sitting.elsewhere
  const isSaved = !isRunning || saved <= sitting.saved
  const isDone = !isRunning || (isSaved && !isHandingIn)
  useEffect(() => {
    if (isDone || busy) return undefined
    const send = () => {
      const body = { answers: latest.current.chosen, saved: latest.current.saved }
      void act(() =>
        latest.current.isHandingIn
          ? askSitting(code, '/answers', { ...body, saved: body.saved + 1, submit: true })
          : askSitting(code, '/answers', { ...body, submit: false }),
      )
    }
    const timer = setTimeout(send, fault !== undefined ? AGAIN : isHandingIn ? 0 : PAUSE)
    addEventListener('online', send)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', send)
    }
  }, [act, busy, code, fault, isDone, isHandingIn, saved])

  return {
    sitting,
    chosen,
    fault,
    busy,
    isSaved,
    isHandingIn,
    isLost,
    end,
    start: () => void act(() => askSitting(code, '/start', {}), true),
    choose: (question, options) =>
      setKept(now => ({ ...now, chosen: { ...now.chosen, [question]: options }, saved: now.saved + 1 })),
    submit: () => setKept(now => ({ ...now, isHandingIn: true })),
  }
}

function keyOf(code: string): string {
  return `hengping.sit.${code}`
}

function readKept(code: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(code)) ?? '') as Kept
    return { chosen: kept.chosen, saved: kept.saved, isHandingIn: kept.isHandingIn === true }
  } catch {
    return { chosen: {}, saved: 0, isHandingIn: false }
  }
}
