import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import './panel.css'

interface Props {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Below this width the panel covers the page and traps the focus. */
const NARROW = '(max-width: 991px)'

/**
 * Side panel: beside the page on wide screens, over it on narrow ones. It takes the focus when it opens
 * and returns it when it closes, also by Esc. While it is open, only the panel is printed.
 */
export function Panel({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const closing = useRef(onClose)
  closing.current = onClose
  useEffect(() => {
    const opener = document.activeElement
    const own = dialog.current!
    if (matchMedia(NARROW).matches) own.showModal()
    else own.show()
    own.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isOthers(event.target, own)) return
      event.preventDefault()
      closing.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      own.close()
      const back =
        opener instanceof HTMLElement && opener !== document.body
          ? opener
          : document.getElementById('content')
      back?.focus({ preventScroll: true })
    }
  }, [])
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return createPortal(
    <dialog ref={dialog} className="panel" aria-label={label} tabIndex={-1} onCancel={onCancel}>
      {children}
    </dialog>,
    document.body,
  )
}

/** Checks whether Esc belongs to another dialog, or to an open list. */
function isOthers(target: EventTarget | null, own: HTMLElement): boolean {
  if (!(target instanceof Element) || own.contains(target)) return false
  return target.closest('[role=dialog], dialog, [aria-expanded=true]') !== null
}
