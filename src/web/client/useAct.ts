import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { call, type CallAnswer, type CallInput, newKey, type RouteName } from './call.ts'
import { Refused } from './Refused.ts'

interface Options<N extends RouteName> {
  /** Message shown when it is done. */
  readonly done?: string | ((answer: CallAnswer<N>) => string)
  /** Names of the reads that are outdated afterwards, also where it was refused for what others did meanwhile; all of them if omitted. */
  readonly refresh?: readonly RouteName[]
  /** Goes elsewhere once it is done, before the page would read anew what is there no more. */
  readonly leave?: () => Promise<unknown>
}

/** Statuses of refusals that may be due to what others did meanwhile: the page shows it, and another attempt starts from it. */
const MOVED_ON: ReadonlySet<number> = new Set([404, 409, 422])

/** A write from a component: `run` answers, or returns `undefined` and leaves the refusal in `refused`. */
export interface Act<N extends RouteName> {
  run(input: CallInput<N>): Promise<CallAnswer<N> | undefined>
  readonly busy: boolean
  readonly refused: Refused | undefined
  forget(): void
}

/**
 * Calls a writing route from a component. Each action has one idempotency key: a second click while it
 * runs is the same action, and an unchanged retry after a broken connection takes effect once.
 */
export function useAct<N extends RouteName>(name: N, { done, refresh, leave }: Options<N> = {}): Act<N> {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const running = useRef<Promise<CallAnswer<N> | undefined>>(undefined)
  const uncertain = useRef<{ readonly key: string; readonly input: string }>(undefined)

  const renew = () =>
    queries.invalidateQueries(
      refresh === undefined ? {} : { predicate: query => refresh.includes(query.queryKey[0] as RouteName) },
    )

  async function perform(input: CallInput<N>): Promise<CallAnswer<N> | undefined> {
    const text = JSON.stringify(input)
    const key = uncertain.current?.input === text ? uncertain.current.key : newKey()
    uncertain.current = undefined
    try {
      const answer = await call(name, input, { key })
      setRefused(undefined)
      if (done !== undefined) void message.success(typeof done === 'string' ? done : done(answer))
      await leave?.()
      await renew()
      return answer
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.isUncertain) uncertain.current = { key, input: text }
      setRefused(error)
      if (MOVED_ON.has(error.status)) void renew()
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
