import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Refused } from '../../client/Refused.ts'

/** Rereads the scheme after `staleRevision`, so that the other change is shown and the next save is based on it. */
export function useRereadWhenStale(refused: Refused | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (refused?.code !== 'staleRevision') return
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('GET /api/schemes'),
    })
  }, [refused, queries])
}
