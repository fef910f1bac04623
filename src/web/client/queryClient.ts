import { keepPreviousData, QueryClient } from '@tanstack/react-query'
import { Refused } from './Refused.ts'

/** 读取的缓存: what is shown stays while newer is read; looked at again when the window is. A "no" is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      placeholderData: keepPreviousData,
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (times, error) => times < 2 && error instanceof Refused && error.isUncertain,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
