import { useEffect, useRef } from 'react'

/** Listens to the keyboard of the whole page; `take` says whether the key was meant for it. A held key, and a key while a window is open, is nobody's. */
export function useKeys(take: (event: KeyboardEvent, isTyping: boolean) => boolean): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.metaKey || event.isComposing) return
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return
      const target = event.target as HTMLElement
      const isTyping = target.matches('input, textarea, select')
      // Enter on a button or a link presses that one.
      if (event.key === 'Enter' && target.matches('button, a, summary')) return
      if (latest.current(event, isTyping)) event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
