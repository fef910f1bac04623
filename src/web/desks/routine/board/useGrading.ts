import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../../client/call.ts'
import { Refused } from '../../../client/Refused.ts'
import { answerOptions } from '../../../client/useAnswer.ts'
import { useDraft } from '../../../kit/useDraft.ts'
import type { Board, Member } from '../routineTypes.ts'

/** Grading state and actions: choices are shown at once; unsaved text is kept on this device. */
export interface Grading {
  readonly members: readonly Member[]
  /** changes several members in one action: a swap, or all at once. */
  place(changes: readonly { readonly unit: string; readonly grade: string | null }[]): void
  write(unit: string, reason: string): void
  /** sends unsaved text to the server. */
  save(): Promise<boolean>
  readonly busy: boolean
  readonly refused: Refused | undefined
  forget(): void
}

type Pending = Map<string, { grade?: string | null; reason?: string }>

/** Grades the members of a board; changes are sent one after another, each based on the result of the last. */
export function useGrading(board: Board): Grading {
  const queries = useQueryClient()
  const { queryKey } = answerOptions('GET /api/years/:year/units/:unit/boards/:component', addressOf(board))
  const typed = useDraft<Record<string, string | undefined>>(
    `grades.${board.year}.${board.component.component}.${board.leadUnit}`,
    {},
  )
  const [pending, setPending] = useState<Pending>(new Map())
  const [refused, setRefused] = useState<Refused>()
  const waiting = useRef<Pending>(new Map())
  const running = useRef<Promise<boolean>>(undefined)
  const latest = useRef(board)
  useEffect(() => void (latest.current = board), [board])

  async function send(): Promise<boolean> {
    while (waiting.current.size > 0) {
      const going = waiting.current
      waiting.current = new Map()
      const changes = [...going].map(([unit, change]) => ({
        unit,
        ...change,
        revision: latest.current.members.find(member => member.unit === unit)?.revision ?? 0,
      }))
      try {
        const answer = await call('POST /api/years/:year/units/:unit/boards/:component/grades', {
          ...addressOf(board),
          body: { changes },
        })
        latest.current = answer
        queries.setQueryData(queryKey, answer)
        for (const { unit, reason } of changes)
          if (reason !== undefined && reason === typedNow.current[unit]?.trim())
            typed.change({ [unit]: undefined })
        setPending(now => without(now, going))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        waiting.current = new Map()
        setPending(new Map())
        setRefused(error)
        await queries.invalidateQueries({ queryKey: [queryKey[0]] })
        return false
      }
    }
    return true
  }

  const typedNow = useRef(typed.value)
  useEffect(() => void (typedNow.current = typed.value), [typed.value])

  function queue(
    changes: readonly { readonly unit: string; readonly grade?: string | null; readonly reason?: string }[],
  ): Promise<boolean> {
    setRefused(undefined)
    for (const { unit, ...change } of changes)
      waiting.current.set(unit, { ...waiting.current.get(unit), ...change })
    setPending(now => merged(now, changes))
    running.current ??= send().finally(() => void (running.current = undefined))
    return running.current
  }

  const unsaved = () =>
    latest.current.members.flatMap(({ unit, reason }) => {
      const text = typedNow.current[unit]?.trim()
      return text === undefined || text === reason ? [] : [{ unit, reason: text }]
    })

  return {
    members: board.members.map(member => {
      const now = pending.get(member.unit)
      const grade = now?.grade === undefined ? member.grade : now.grade
      return { ...member, grade, reason: typed.value[member.unit] ?? now?.reason ?? member.reason }
    }),
    place: changes => void queue(changes),
    write(unit, reason) {
      typedNow.current = { ...typedNow.current, [unit]: reason }
      typed.change({ [unit]: reason })
    },
    async save() {
      await running.current
      const changes = unsaved()
      return changes.length === 0 ? true : queue(changes)
    },
    busy: pending.size > 0,
    refused,
    forget: () => setRefused(undefined),
  }
}

/** Returns the address of a grading board. */
export function addressOf({ year, leadUnit, component }: Board) {
  return { params: { year, unit: leadUnit, component: component.component } }
}

function merged(
  now: Pending,
  changes: readonly { readonly unit: string; readonly grade?: string | null; readonly reason?: string }[],
): Pending {
  const next = new Map(now)
  for (const { unit, ...change } of changes) next.set(unit, { ...next.get(unit), ...change })
  return next
}

/** Removes what was sent from the pending changes; choices made meanwhile are kept. */
function without(now: Pending, gone: Pending): Pending {
  const next = new Map(now)
  for (const [unit, { grade, reason }] of gone) {
    const one = next.get(unit)
    if (one !== undefined && one.grade === grade && one.reason === reason) next.delete(unit)
  }
  return next
}
