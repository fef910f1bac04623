import { reportStateNames } from '../../../domain/campaign/report/reportState.ts'
import type { PagedList } from '../../kit/table/usePagedList.ts'
import type { ReportRow } from './reportTypes.ts'

/** The states from done to not begun, with their colours. */
const STATES = [
  ['vetted', 'var(--green)'],
  ['handedIn', 'var(--blue)'],
  ['returned', 'var(--amber-soft)'],
  ['draft', 'var(--mist)'],
  ['absent', 'var(--line)'],
] as const

interface Counted {
  readonly all: number
  readonly choices: PagedList<unknown>['choices']
}

/** Counts the reports in a state, over the whole list. */
export function countOf({ choices }: Counted, state: string): number {
  return choices['state']?.find(({ text }) => text === state)?.count ?? 0
}

/** Shows how the reports of all units stand, as one bar; pressing a state shows those alone. */
export function StateBar({ of }: { readonly of: PagedList<ReportRow> }) {
  const { all, state } = of
  if (all === 0) return null
  const counts = STATES.map(([id, colour]) => ({
    name: reportStateNames[id],
    colour,
    count: countOf(of, reportStateNames[id]),
  }))
  const chosen = state.view.filters['state'] ?? []
  const said = counts.map(({ name, count }) => `${name}${count}个`).join('，')
  return (
    <div className="report-states">
      <div className="report-states-bar" role="img" aria-label={said}>
        {counts.map(({ name, count, colour }) => (
          <span
            key={name}
            title={`${name}${count}个`}
            style={{ width: `${(count / all) * 100}%`, background: colour }}
          />
        ))}
      </div>
      <div className="report-states-legend choices" role="group" aria-label="按状态查看">
        {counts.map(({ name, count, colour }) => (
          <button
            key={name}
            type="button"
            aria-pressed={chosen.length === 1 && chosen[0] === name}
            onClick={() =>
              state.change({
                filters: {
                  ...state.view.filters,
                  state: chosen.length === 1 && chosen[0] === name ? [] : [name],
                },
              })
            }
          >
            <span style={{ background: colour }} aria-hidden /> {name} {count}
          </button>
        ))}
      </div>
    </div>
  )
}
