import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Refused } from '../../client/Refused.ts'

/** 有人先改时重读: after `staleRevision` the page reads the scheme anew, so that the other's change is seen and the next save knows of it. */
export function useRereadWhenStale(refused: Refused | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (refused?.code !== 'staleRevision') return
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('GET /api/schemes'),
    })
  }, [refused, queries])
}
