import { useYear } from '../../client/useYear.ts'

/** Returns what adds to the state of a page why nothing is entered there any more, from the seal on but not while the result is corrected. */
export function useWithSealed(): (state: string | undefined) => string | undefined {
  const { isSealed } = useYear()
  return state => (isSealed ? `${state === undefined ? '' : `${state}；`}结果已封存，不再登记` : state)
}
