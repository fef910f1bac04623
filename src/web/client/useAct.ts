import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { call, type CallAnswer, type CallInput, newKey, type RouteName } from './call.ts'
import { Refused } from './Refused.ts'

interface Options<N extends RouteName> {
  /** said when it is done. */
  readonly done?: string | ((answer: CallAnswer<N>) => string)
  /** names of reads that are out of date afterwards; without it all are. */
  readonly refresh?: readonly RouteName[]
}

/** 一次操作: `run` answers, or gives `undefined` and leaves the refusal in `refused`. */
export interface Act<N extends RouteName> {
  run(input: CallInput<N>): Promise<CallAnswer<N> | undefined>
  readonly busy: boolean
  readonly refused: Refused | undefined
  forget(): void
}

/**
 * 写入接口 in a component. One act, one idempotency key: a second click while it runs is the same act, and what is sent again unchanged after the
 * connection broke is not done twice.
 */
export function useAct<N extends RouteName>(name: N, { done, refresh }: Options<N> = {}): Act<N> {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const running = useRef<Promise<CallAnswer<N> | undefined>>(undefined)
  const uncertain = useRef<{ readonly key: string; readonly input: string }>(undefined)

  async function perform(input: CallInput<N>): Promise<CallAnswer<N> | undefined> {
    const text = JSON.stringify(input)
    const key = uncertain.current?.input === text ? uncertain.current.key : newKey()
    uncertain.current = undefined
    try {
      const answer = await call(name, input, { key })
      setRefused(undefined)
      if (done !== undefined) void message.success(typeof done === 'string' ? done : done(answer))
      await queries.invalidateQueries(
        refresh === undefined ? {} : { predicate: query => refresh.includes(query.queryKey[0] as RouteName) },
      )
      return answer
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.isUncertain) uncertain.current = { key, input: text }
      setRefused(error)
      return undefined
    }
  }

  function run(input: CallInput<N>): Promise<CallAnswer<N> | undefined> {
    if (running.current !== undefined) return running.current
    setBusy(true)
    running.current = perform(input).finally(() => {
      running.current = undefined
      setBusy(false)
    })
    return running.current
  }

  return { run, busy, refused, forget: () => setRefused(undefined) }
}
