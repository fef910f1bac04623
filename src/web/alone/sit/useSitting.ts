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
  /** When the time is up, in ms of this phone's own clock. */
  readonly end: number | undefined
  start(): void
  choose(question: string, options: readonly number[]): void
  submit(): void
}

const PAUSE = 700
const AGAIN = 4000

/** Holds a paper being answered. Each choice is saved on the phone at once and on the server a moment later; a reload continues where it was left. */
export function useSitting(code: string): Sat {
  const [sitting, setSitting] = useState<Sitting>()
  const [chosen, setChosen] = useState<Chosen>(() => readKept(code).chosen)
  const [fault, setFault] = useState<SittingFault>()
  const [busy, setBusy] = useState(false)
  const [end, setEnd] = useState<number>()
  const [saved, setSaved] = useState(() => readKept(code).saved)
  const latest = useRef({ saved, chosen })
  latest.current = { saved, chosen }

  const take = useCallback((next: Sitting) => {
    setSitting(next)
    setFault(undefined)
    setEnd(next.left === undefined ? undefined : Date.now() + next.left * 1000)
    // Another phone may have saved more.
    if (next.answers !== undefined && next.saved > latest.current.saved) {
      setChosen(next.answers)
      setSaved(next.saved)
    }
  }, [])

  const act = useCallback(
    async (work: () => Promise<Sitting>) => {
      setBusy(true)
      try {
        take(await work())
      } catch (error) {
        setFault(error instanceof SittingFault ? error : new SittingFault(String(error), false))
      } finally {
        setBusy(false)
      }
    },
    [take],
  )

  useEffect(() => void act(() => askSitting(code, '')), [act, code])

  useEffect(() => localStorage.setItem(keyOf(code), JSON.stringify({ chosen, saved })), [code, chosen, saved])

  const isSaved = sitting?.state !== 'started' || saved <= sitting.saved
  useEffect(() => {
    if (isSaved || busy) return undefined
    const timer = setTimeout(
      () =>
        void act(() =>
          askSitting(code, '/answers', {
            answers: latest.current.chosen,
            saved: latest.current.saved,
            submit: false,
          }),
        ),
      fault === undefined ? PAUSE : AGAIN,
    )
    return () => clearTimeout(timer)
  }, [act, busy, code, fault, isSaved, saved])

  return {
    sitting,
    chosen,
    fault,
    busy,
    isSaved,
    end,
    start: () => void act(() => askSitting(code, '/start', {})),
    choose: (question, options) => {
      setChosen(before => ({ ...before, [question]: options }))
      setSaved(before => before + 1)
    },
    submit: () =>
      void act(() => askSitting(code, '/answers', { answers: chosen, saved: saved + 1, submit: true })),
  }
}

function keyOf(code: string): string {
  return `hengping.sit.${code}`
}

function readKept(code: string): { readonly chosen: Chosen; readonly saved: number } {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(code)) ?? '') as { chosen: Chosen; saved: number }
    return { chosen: kept.chosen, saved: kept.saved }
  } catch {
    return { chosen: {}, saved: 0 }
  }
}
