import { Button } from 'antd'
import { call } from '../client/call.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { SaveAs } from './SaveAs.tsx'
import { useDraft } from './useDraft.ts'
import { isActive, type Job, useJobs } from './useJobs.ts'
import './jobLines.css'

/** Finished work shown; what was done before is folded. */
const SHOWN_DONE = 2

/** Broken-off work that was put away; older is gone from the list. */
const MOST_SEEN = 50
const NONE_SEEN: { readonly seen: readonly string[] } = { seen: [] }

interface Props {
  readonly year: number
  readonly kinds: readonly string[]
}

/** Shows the user's background work of some kinds, also what was begun before the page was left: how far it is, why it broke off, or its file. */
export function JobLines({ year, kinds }: Props) {
  const { value, change } = useDraft('jobsSeen', NONE_SEEN)
  const jobs = useJobs(year, kinds).filter(({ id }) => !value.seen.includes(id))
  const see = (id: string) => () => change({ seen: [id, ...value.seen].slice(0, MOST_SEEN) })
  const done = jobs.filter(({ state }) => state === 'done')
  const old = done.slice(SHOWN_DONE)
  return (
    <div className="job-lines" aria-live="polite">
      {jobs.map(job => !old.includes(job) && <Line key={job.id} job={job} onSeen={see(job.id)} />)}
      {old.length > 0 && (
        <details>
          <summary>更早做完的{old.length}项</summary>
          {old.map(job => (
            <Line key={job.id} job={job} onSeen={see(job.id)} />
          ))}
        </details>
      )}
    </div>
  )
}

function Line({ job, onSeen }: { readonly job: Job; readonly onSeen: () => void }) {
  const { id, name, state, stage, progress, fault, file } = job
  if (isActive(job)) {
    const done = Math.round(progress * 100)
    return <ProgressLine label={`${name}：${stage}`} done={done} total={100} said={`${done}%`} />
  }
  if (state === 'failed')
    return (
      <p className="bad">
        {`“${name}”没有做完：${fault ?? ''}。`}
        <Button type="link" size="small" onClick={onSeen}>
          知道了
        </Button>
      </p>
    )
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
