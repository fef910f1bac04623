import type { UseQueryResult } from '@tanstack/react-query'

/** 只认自己的回答: while another year's or unit's answer stands in for the one that is read, it is not shown as this one's. */
export function ownAnswer<T, E extends Error>(
  of: UseQueryResult<T, E>,
  isOwn: (data: T) => boolean,
): UseQueryResult<T, E> {
  if (of.data === undefined || isOwn(of.data)) return of
  return { ...of, data: undefined } as UseQueryResult<T, E>
}
