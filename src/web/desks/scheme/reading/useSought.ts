import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Brings the row or clause that the address names into view, and marks it. */
export function useSought<E extends HTMLElement>(name: 'row' | 'clause', value: string) {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const ref = useRef<E>(null)
  const isSought = search[name] === value
  useEffect(() => {
    if (isSought) ref.current?.scrollIntoView({ block: 'center' })
  }, [isSought])
  return { ref, 'aria-current': isSought || undefined }
}
