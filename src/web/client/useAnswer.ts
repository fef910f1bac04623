import { queryOptions, useQuery } from '@tanstack/react-query'
import { call, type CallAnswer, type CallInput, type RouteName } from './call.ts'
import { Refused } from './Refused.ts'

/** 读取的说明 for TanStack Query, where a hook is not enough (prefetching, several at once). */
export function answerOptions<N extends RouteName>(name: N, input: CallInput<N>) {
  return queryOptions<CallAnswer<N>, Refused>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
  })
}

/** 读取接口 in a component: `useAnswer('GET /api/years/:year/ranking', { params: { year } })`. `when: false` waits. */
export function useAnswer<N extends RouteName>(
  name: N,
  input: CallInput<N>,
  { when = true }: { readonly when?: boolean } = {},
) {
  return useQuery({ ...answerOptions(name, input), enabled: when })
}
