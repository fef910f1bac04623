import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { Refused } from '../../client/Refused.ts'
import { useDraft } from '../useDraft.ts'
import { blankValues, faultOf, type Fields, sentOf, type SentOf, type ValuesOf } from './formValues.ts'

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
  /** Errors by field; shown from the first attempt to send on. */
  readonly faults: Readonly<Record<string, string>>
  readonly isComplete: boolean
  readonly busy: boolean
  /** Why it was refused, where no field is the cause. */
  readonly refused: Refused | undefined
  readonly wasKept: boolean
  readonly drop: () => void
  readonly submit: () => void
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
  const [asked, setAsked] = useState(false)
  /** Revision on which typing began. */
  const [seen, setSeen] = useState<number>()
  const current = saved?.revision ?? 0
  const wrong = faultsOf(fields, values, hidden)
  const isComplete = Object.keys(wrong).length === 0
  const refused = acts.find(act => act.refused !== undefined)?.refused
  const blamed = refused === undefined ? undefined : refusedAt[refused.code]
  const conflict = refused?.code === 'staleRevision' && saved !== undefined

  useEffect(() => {
    if (conflict) void queries.invalidateQueries()
  }, [conflict, queries])

  function change(part: Partial<ValuesOf<F>>): void {
    setSeen(before => before ?? saved?.revision)
    type(part)
  }

  function drop(): void {
    setAsked(false)
    setSeen(undefined)
    forget()
  }

  async function run(revision: number): Promise<void> {
    setAsked(true)
    if (!isComplete) {
      setTimeout(() =>
        document.querySelector('.ant-form-item-has-error')?.scrollIntoView({ block: 'nearest' }),
      )
      return
    }
    const answer = await send(sentOf(fields, values), revision)
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
    faults: {
      ...(asked && wrong),
      ...(blamed !== undefined && { [blamed]: refused!.message }),
    },
    isComplete,
    busy: acts.some(act => act.busy),
    refused: blamed === undefined && !conflict ? refused : undefined,
    wasKept,
    drop,
    submit: () => void run(seen ?? current),
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

function faultsOf<F extends Fields>(
  fields: F,
  values: ValuesOf<F>,
  hidden: readonly (keyof F)[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const fault = hidden.includes(key) ? undefined : faultOf(field, values[key])
      return fault === undefined ? [] : [[key, fault]]
    }),
  )
}
