import { useState } from 'react'
import { useSession } from '../client/SessionContext.ts'

/** A draft: what is typed in a form, with the functions that change it. */
interface Draft<T> {
  readonly value: T
  readonly change: (part: Partial<T>) => void
  /** Whether something typed earlier was restored. */
  readonly wasKept: boolean
  /** Call once it is saved or discarded: resets the form. */
  readonly drop: () => void
}

/**
 * Keeps what is typed on this device, by account, until it is saved or discarded, so that a reload, an
 * expired sign-in or a phone that closes the page loses nothing; without a name it is kept in the page
 * only. `initial` is the content of an empty form.
 */
export function useDraft<T extends object>(name: string | undefined, initial: T): Draft<T> {
  const { account } = useSession()
  const key = name === undefined ? undefined : `hengping.draft.${account.username}.${name}`
  const [kept] = useState(() => readKept<T>(key))
  const [wasKept, setWasKept] = useState(kept !== undefined)
  const [value, setValue] = useState<T>(() => ({ ...initial, ...kept }))
  return {
    value,
    wasKept,
    change: part =>
      setValue(now => {
        const next = { ...now, ...part }
        keep(key, next)
        return next
      }),
    drop: () => {
      keep(key, undefined)
      setWasKept(false)
      setValue(initial)
    },
  }
}

function readKept<T>(key: string | undefined): Partial<T> | undefined {
  if (key === undefined) return undefined
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof stored === 'object' && stored !== null ? (stored as Partial<T>) : undefined
  } catch {
    return undefined
  }
}

function keep(key: string | undefined, value: unknown): void {
  if (key === undefined) return
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Full, or forbidden: what is typed is still in the page.
  }
}
