import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Number of rows drawn as one batch. */
export const BATCH = 20
const ESTIMATE = 34 * BATCH
const BEYOND = 600

/** The visible window: the batches from `first` to before `end`, and the space of those above and below. */
interface Window {
  readonly first: number
  readonly end: number
  readonly above: number
  readonly below: number
}

/** Finds which batches of `count` rows are visible in the scrolled box. Heights are measured as batches are drawn. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
): Window & { readonly measure: (batch: number, height: number) => void } {
  const batches = Math.ceil(count / BATCH)
  const heights = useRef(new Map<number, number>())
  const [range, setRange] = useState({ first: 0, end: 3 })
  const heightOf = (batch: number) =>
    heights.current.get(batch) ??
    (batch === batches - 1 ? (ESTIMATE * (((count - 1) % BATCH) + 1)) / BATCH : ESTIMATE)

  useLayoutEffect(() => {
    const scrolled = box.current
    if (scrolled === null) return
    const look = () => {
      const [from, to] = [scrolled.scrollTop - BEYOND, scrolled.scrollTop + scrolled.clientHeight + BEYOND]
      let at = 0
      let first = 0
      while (first < batches - 1 && at + heightOf(first) < from) at += heightOf(first++)
      let end = first
      while (end < batches && at < to) at += heightOf(end++)
      setRange(now => (now.first === first && now.end === end ? now : { first, end }))
    }
    look()
    // On paper there is nothing to scroll: all rows.
    const drawAll = () => flushSync(() => setRange({ first: 0, end: batches }))
    scrolled.addEventListener('scroll', look, { passive: true })
    addEventListener('beforeprint', drawAll)
    addEventListener('afterprint', look)
    const sizes = new ResizeObserver(look)
    sizes.observe(scrolled)
    return () => {
      scrolled.removeEventListener('scroll', look)
      removeEventListener('beforeprint', drawAll)
      removeEventListener('afterprint', look)
      sizes.disconnect()
    }
  })

  const first = Math.min(range.first, Math.max(0, batches - 1))
  const end = Math.min(Math.max(range.end, first + 1), batches)
  const room = (from: number, to: number) => {
    let height = 0
    for (let batch = from; batch < to; batch++) height += heightOf(batch)
    return height
  }
  return {
    first,
    end,
    above: room(0, first),
    below: room(end, batches),
    measure: (batch, height) => void heights.current.set(batch, height),
  }
}
