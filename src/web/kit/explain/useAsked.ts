import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { askedDay } from './askedDay.ts'

/** Which unit's explanation is open, and at which place. It is kept in the address, so that it can be linked, printed and navigated back from. */
export interface Asked {
  readonly unit: string
  readonly at: string | undefined
  /** The day of which the page is asked, where it is not now. */
  readonly asOf: string | undefined
}

/** Opens, moves and closes the explanation. */
interface Asking {
  readonly asked: Asked | undefined
  readonly ask: (unit: string, at?: string) => void
  readonly close: () => void
}

/** Returns the explanation state of the current page, by `?why=<unit>&at=<place>`. */
export function useAsked(): Asking {
  const search = useSearch({ strict: false }) as {
    readonly why?: unknown
    readonly at?: unknown
    readonly asOf?: unknown
  }
  const navigate = useNavigate()
  const ask = useCallback(
    (unit: string, at?: string) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, why: unit, at }),
        resetScroll: false,
      } as never),
    [navigate],
  )
  const close = useCallback(
    () =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, why: undefined, at: undefined }),
        resetScroll: false,
      } as never),
    [navigate],
  )
  const asked =
    search.why === undefined
      ? undefined
      : { unit: String(search.why), at: textOf(search.at), asOf: askedDay(search.asOf) }
  return { asked, ask, close }
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value)
}
