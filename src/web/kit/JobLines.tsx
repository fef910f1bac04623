import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, type CallAnswer } from '../client/call.ts'
import { answerOptions } from '../client/useAnswer.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { SaveAs } from './SaveAs.tsx'
import './jobLines.css'

type Job = CallAnswer<'GET /api/jobs'>['jobs'][number]

const PAUSE = 700

/** Finished work shown; what was done before is folded. */
const SHOWN_DONE = 2

interface Props {
  readonly year: number
  readonly kinds: readonly string[]
}

/** Shows the user's background work of some kinds, also what was begun before the page was left: how far it is, why it broke off, or its file. */
export function JobLines({ year, kinds }: Props) {
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
  const done = jobs.filter(({ state }) => state === 'done')
  const old = done.slice(SHOWN_DONE)
  return (
    <div className="job-lines" aria-live="polite">
      {jobs.map(job => !old.includes(job) && <Line key={job.id} job={job} />)}
      {old.length > 0 && (
        <details>
          <summary>更早做完的{old.length}项</summary>
          {old.map(job => (
            <Line key={job.id} job={job} />
          ))}
        </details>
      )}
    </div>
  )
}

function Line({ job }: { readonly job: Job }) {
  const { id, name, state, stage, progress, fault, file } = job
  if (isActive(job)) {
    const done = Math.round(progress * 100)
    return <ProgressLine label={`${name}：${stage}`} done={done} total={100} said={`${done}%`} />
  }
  if (state === 'failed') return <p className="bad">{`“${name}”没有做完：${fault ?? ''}。`}</p>
  return (
    <p>
      {`“${name}”已完成。`}
      {file !== undefined && (
        <SaveAs
          text={`下载${file.name.replace(/\.\w+$/, '')}`}
          fetch={() => call('GET /api/jobs/:job/file', { params: { job: id } })}
        />
      )}
    </p>
  )
}

function isActive({ state }: Job): boolean {
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
