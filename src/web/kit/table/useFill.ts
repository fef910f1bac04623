import { type RefObject, useLayoutEffect, useState } from 'react'

const LEAST = 320
const BELOW = 32

/** 占满窗口: the height left in the window below where the element stands, at least 320 px; `undefined` when it is not to fill. */
export function useFill(element: RefObject<HTMLElement | null>, fill: boolean): number | undefined {
  const [room, setRoom] = useState<number>()
  useLayoutEffect(() => {
    if (!fill) return
    const look = () => {
      const top = (element.current?.getBoundingClientRect().top ?? 0) + scrollY
      setRoom(Math.max(LEAST, innerHeight - top - BELOW))
    }
    look()
    addEventListener('resize', look)
    return () => removeEventListener('resize', look)
  }, [element, fill])
  return fill ? room : undefined
}
