import { call } from '../client/call.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { SaveAs } from './SaveAs.tsx'
import { isActive, type Job, useJobs } from './useJobs.ts'
import './jobLines.css'

/** Finished work shown; what was done before is folded. */
const SHOWN_DONE = 2

interface Props {
  readonly year: number
  readonly kinds: readonly string[]
}

/** Shows the user's background work of some kinds, also what was begun before the page was left: how far it is, why it broke off, or its file. */
export function JobLines({ year, kinds }: Props) {
  const jobs = useJobs(year, kinds)
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
