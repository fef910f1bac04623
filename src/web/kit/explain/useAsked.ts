import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** 所问之处: whose explanation is open, and at which place. It lives in the address, so that it can be linked to, printed and gone back from. */
export interface Asked {
  readonly unit: string
  readonly at: string | undefined
}

/** 打开、移动和关闭得分说明. */
export interface Asking {
  readonly asked: Asked | undefined
  readonly ask: (unit: string, at?: string) => void
  readonly close: () => void
}

/** 得分说明 of the page at hand, by `?why=<unit>&at=<place>`. */
export function useAsked(): Asking {
  const search = useSearch({ strict: false }) as { readonly why?: unknown; readonly at?: unknown }
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
      : { unit: String(search.why), at: search.at === undefined ? undefined : String(search.at) }
  return { asked, ask, close }
}
