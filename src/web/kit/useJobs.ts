import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CallAnswer } from '../client/call.ts'
import { answerOptions } from '../client/useAnswer.ts'

/** A piece of background work. */
export type Job = CallAnswer<'GET /api/jobs'>['jobs'][number]

const PAUSE = 700

/** Returns the user's background work of some kinds, also what was begun before the page was left; reads it again while some is under way, and everything else once that has ended. */
export function useJobs(year: number, kinds: readonly string[]): readonly Job[] {
  const queries = useQueryClient()
  const { data } = useQuery({
    ...answerOptions('GET /api/jobs', {}),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isActive) ? PAUSE : false),
  })
  const jobs = latestOf((data?.jobs ?? []).filter(job => job.year === year && kinds.includes(job.kind)))
  const active = jobs.filter(isActive).length
  useEffect(() => {
    // What ended has changed what else is shown.
    if (active > 0)
      return () =>
        void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'GET /api/jobs' })
    return undefined
  }, [active, queries])
  return jobs
}

/** Whether it waits or runs. */
export function isActive({ state }: Job): boolean {
  return state === 'waiting' || state === 'running'
}

/** Of work that was done again, only the last time counts. */
function latestOf(jobs: readonly Job[]): readonly Job[] {
  const names = new Set<string>()
  return jobs.filter(({ name, state }) => {
    const isFirst = !names.has(name)
    names.add(name)
    return isFirst && state !== 'expired' && state !== 'cancelled'
  })
}
