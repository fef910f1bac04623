import { QueryClient } from '@tanstack/react-query'
import { Refused } from './Refused.ts'

/** Cache of reads. The previous answer stays while the same address is read again; the answer of another address never replaces it, unless a search or paged list asks for that. Refusals are not retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (times, error) => times < 2 && error instanceof Refused && error.isUncertain,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
