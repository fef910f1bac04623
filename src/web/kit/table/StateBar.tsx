import type { PagedList } from './usePagedList.ts'
import './stateBar.css'

interface Counted {
  readonly all: number
  readonly choices: PagedList<unknown>['choices']
}

/** Counts the rows of a list in a state, over the whole list. */
export function countOf({ choices }: Counted, state: string, column = 'state'): number {
  return choices[column]?.find(({ text }) => text === state)?.count ?? 0
}

interface Props<Row> {
  readonly of: PagedList<Row>
  /** The states in the order of the bar, each with its colour. */
  readonly states: readonly (readonly [name: string, colour: string])[]
  /** The column that holds the state. */
  readonly column?: string
  /** What is counted: 个. */
  readonly unit?: string
}

/** Shows how the rows of a list stand, as one bar; pressing a state shows those alone. */
export function StateBar<Row>({ of, states, column = 'state', unit = '个' }: Props<Row>) {
  const { all, state } = of
  if (all === 0) return null
  const counts = states.map(([name, colour]) => ({ name, colour, count: countOf(of, name, column) }))
  const chosen = state.view.filters[column] ?? []
  const said = counts.map(({ name, count }) => `${name}${count}${unit}`).join('，')
  return (
    <div className="state-bar">
      <div className="state-bar-line" role="img" aria-label={said}>
        {counts.map(({ name, count, colour }) => (
          <span
            key={name}
            title={`${name}${count}${unit}`}
            style={{ width: `${(count / all) * 100}%`, background: colour }}
          />
        ))}
      </div>
      <div className="state-bar-legend choices" role="group" aria-label="按状态查看">
        {counts.map(({ name, count, colour }) => (
          <button
            key={name}
            type="button"
            aria-pressed={chosen.length === 1 && chosen[0] === name}
            onClick={() =>
              state.change({
                filters: {
                  ...state.view.filters,
                  [column]: chosen.length === 1 && chosen[0] === name ? [] : [name],
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
