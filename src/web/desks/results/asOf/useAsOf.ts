import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { askedDay } from '../../../kit/explain/askedDay.ts'

/** The day of which a page of results is asked, by `?asOf=2018-12-21`, or that of now. */
interface AsOf {
  readonly asOf: string | undefined
  readonly choose: (day: string) => void
}

/** Returns the day that the page is asked for, and changes it; it is kept in the address, so that it can be linked and navigated back from. */
export function useAsOf(): AsOf {
  const search = useSearch({ strict: false }) as { readonly asOf?: unknown }
  const navigate = useNavigate()
  const choose = useCallback(
    (day: string) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, asOf: day === '' ? undefined : day }),
        resetScroll: false,
      } as never),
    [navigate],
  )
  return { asOf: askedDay(search.asOf), choose }
}
