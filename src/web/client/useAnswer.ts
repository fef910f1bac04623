import { queryOptions, useQuery } from '@tanstack/react-query'
import { call, type CallAnswer, type CallInput, type RouteName } from './call.ts'
import { Refused } from './Refused.ts'

/** Returns the TanStack Query options of a read, where a hook is not enough (prefetching, several at once). */
export function answerOptions<N extends RouteName>(name: N, input: CallInput<N>) {
  return queryOptions<CallAnswer<N>, Refused>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
  })
}

/** Input of a read; a parameter may still be unknown. */
type AskedInput<I> = I extends { readonly params: infer P }
  ? Omit<I, 'params'> & { readonly params: { readonly [K in keyof P]: P[K] | undefined } }
  : I

/** Reads in a component: `useAnswer('GET /api/years/:year/ranking', { params: { year } })`. Waits while a parameter is unknown or `when` is false. */
export function useAnswer<N extends RouteName>(
  name: N,
  input: AskedInput<CallInput<N>>,
  { when = true }: { readonly when?: boolean } = {},
) {
  const { params = {} } = input as { readonly params?: Readonly<Record<string, unknown>> }
  const isKnown = Object.values(params).every(value => value !== undefined)
  return useQuery({ ...answerOptions(name, input as CallInput<N>), enabled: when && isKnown })
}
