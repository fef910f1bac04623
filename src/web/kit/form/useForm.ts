import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { Refused } from '../../client/Refused.ts'
import { useDraft } from '../useDraft.ts'
import {
  blankValues,
  excessOf,
  faultOf,
  type Fields,
  sentOf,
  type SentOf,
  unreadFault,
  type ValuesOf,
} from './formValues.ts'

/** What a form needs to know about its actions. */
export interface Acting {
  readonly busy: boolean
  readonly refused: Refused | undefined
  forget(): void
}

interface Options<F extends Fields, A> {
  /** Value of a field until something is typed there. */
  readonly start?: Partial<ValuesOf<F>> | ((typed: Partial<ValuesOf<F>>) => Partial<ValuesOf<F>>)
  /** Name under which typed values are kept on this device until they are saved. */
  readonly keep?: string
  /** Saved values and their revision; a save by somebody else is then shown beside the typed values. */
  readonly saved?: { readonly revision: number; readonly values: ValuesOf<F> } | undefined
  /** Fields that are currently not asked for. */
  readonly hidden?: (values: ValuesOf<F>) => readonly (keyof F)[]
  /** What is wrong beyond single fields, by field or under a name that the page shows itself. */
  readonly wrong?: (values: ValuesOf<F>) => Readonly<Record<string, string | undefined>>
  readonly acts: readonly Acting[]
  /** Field that a refusal with this code concerns. */
  readonly refusedAt?: Readonly<Record<string, keyof F & string>>
  readonly send: (sent: SentOf<F>, revision: number) => Promise<A | undefined>
  readonly after?: (answer: A) => unknown
}

/** State of a form being filled in. */
export interface FormState<F extends Fields = Fields> {
  readonly id: string
  readonly fields: F
  readonly values: ValuesOf<F>
  readonly change: (part: Partial<ValuesOf<F>>) => void
  readonly hidden: readonly (keyof F)[]
  /** Texts that cannot be read as the value of their field, by field. */
  readonly unread: Readonly<Record<string, string | undefined>>
  readonly leaveUnread: (name: string, typed: string | undefined) => void
  /** Rises as texts that could not be read are given up. */
  readonly round: number
  /** Errors by field; shown from the first attempt to send it on, and at once where a text is too long or cannot be read. */
  readonly faults: Readonly<Record<string, string>>
  readonly isComplete: boolean
  readonly busy: boolean
  /** Why it was refused, where no field is the cause. */
  readonly refused: Refused | undefined
  readonly wasKept: boolean
  readonly drop: () => void
  readonly submit: () => void
  /** Sends the same values by another act. */
  readonly submitBy: (send: (sent: SentOf<F>) => Promise<unknown>) => void
  /** What somebody else saved meanwhile. */
  readonly conflict:
    | { readonly refused: Refused; readonly theirs: ValuesOf<F>; takeTheirs(): void; saveMine(): void }
    | undefined
}

/** Holds a form: the typed values, their errors, and sending them once. */
export function useForm<const F extends Fields, A>(fields: F, options: Options<F, A>): FormState<F> {
  const { start, keep, saved, acts, refusedAt = {}, send, after } = options
  const id = useId()
  const queries = useQueryClient()
  const { value: typed, change: type, wasKept, drop: forget } = useDraft<Partial<ValuesOf<F>>>(keep, {})
  const first = typeof start === 'function' ? start(typed) : start
  const values: ValuesOf<F> = { ...blankValues(fields), ...saved?.values, ...first, ...typed }
  const hidden = options.hidden?.(values) ?? []
  /** What was to be sent before: only there errors are shown. */
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  /** Revision on which typing began. */
  const [seen, setSeen] = useState<number>()
  const [unread, setUnread] = useState<Readonly<Record<string, string | undefined>>>({})
  const [round, setRound] = useState(0)
  const current = saved?.revision ?? 0
  const shown = Object.keys(fields).filter(key => !hidden.includes(key))
  const atOnce = listed(
    shown.map(key => [key, unreadFault(fields[key]!, unread[key]) ?? excessOf(fields[key]!, values[key])]),
  )
  const wrong = {
    ...listed(Object.entries(options.wrong?.(values) ?? {})),
    ...listed(shown.map(key => [key, faultOf(fields[key]!, values[key])])),
    ...atOnce,
  }
  const isComplete = Object.keys(wrong).length === 0
  const refused = acts.find(act => act.refused !== undefined)?.refused
  const blamed = refused === undefined ? undefined : refusedAt[refused.code]
  const conflict = refused?.code === 'staleRevision' && saved !== undefined

  useEffect(() => {
    if (conflict) void queries.invalidateQueries()
  }, [conflict, queries])

  function change(part: Partial<ValuesOf<F>>): void {
    setSeen(before => before ?? saved?.revision)
    // What was refused for this field is not said of what is typed there now.
    if (blamed !== undefined && blamed in part) for (const act of acts) act.forget()
    type(part)
  }

  function drop(): void {
    setAsked(new Set())
    setSeen(undefined)
    if (Object.values(unread).some(typed => typed !== undefined)) {
      setUnread({})
      setRound(before => before + 1)
    }
    forget()
  }

  async function run(revision: number, by: typeof send = send): Promise<void> {
    setAsked(new Set([...shown, ...Object.keys(wrong)]))
    if (!isComplete) {
      setTimeout(() => {
        const first = document.querySelector('.ant-form-item-has-error')
        first?.scrollIntoView({ block: 'center' })
        first?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
      })
      return
    }
    const answer = await by(sentOf(fields, values), revision)
    if (answer === undefined) return
    drop()
    await after?.(answer)
  }

  return {
    id,
    fields,
    values,
    change,
    hidden,
    unread,
    leaveUnread: (name, typed) => {
      if (unread[name] !== typed) setUnread(before => ({ ...before, [name]: typed }))
    },
    round,
    faults: {
      ...(blamed !== undefined && { [blamed]: refused!.message }),
      ...Object.fromEntries(Object.entries(wrong).filter(([key]) => asked.has(key))),
      ...atOnce,
    },
    isComplete,
    busy: acts.some(act => act.busy),
    refused: blamed === undefined && !conflict ? refused : undefined,
    wasKept,
    drop,
    submit: () => void run(seen ?? current),
    submitBy: by => void run(seen ?? current, by as typeof send),
    conflict: conflict
      ? {
          refused,
          theirs: saved.values,
          takeTheirs: () => {
            for (const act of acts) act.forget()
            drop()
          },
          saveMine: () => void run(current),
        }
      : undefined,
  }
}

/** Returns the faults that there are. */
function listed(
  faults: readonly (readonly [string, string | undefined])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(faults.filter((one): one is [string, string] => one[1] !== undefined))
}
