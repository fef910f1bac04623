import { useEffect, useState } from 'react'

/** 停顿之后的值: follows a value once it has stood still for so many milliseconds. */
export function usePause<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
