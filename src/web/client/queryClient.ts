import { QueryClient } from '@tanstack/react-query'
import { Refused } from './Refused.ts'

/** Cache of reads. An answer stays while the same address is read again; that of another address never stands in for it, unless a search or paged list asks for that. A refusal is not asked again. */
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
