import './stackedColumns.css'

/** One column: its label and its stacked parts. */
export interface Column {
  readonly key: string
  /** Label below the column. */
  readonly label: string
  /** Text shown at the pointer. */
  readonly told: string
  readonly parts: readonly { readonly key: string; readonly count: number; readonly colour: string }[]
}

interface Props {
  readonly columns: readonly Column[]
  readonly legend: readonly { readonly key: string; readonly name: string; readonly colour: string }[]
  /** Description of the chart in a sentence or two, with the figures that matter; read by screen readers in its place. */
  readonly description: string
}

/** Maximum number of labels below the columns. */
const MOST_LABELS = 12

/** Stacked column chart of counts, with grid lines at round counts. */
export function StackedColumns({ columns, legend, description }: Props) {
  const totals = columns.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0))
  const ticks = countTicks(Math.max(...totals, 1))
  const top = ticks.at(-1)!
  const every = Math.ceil(columns.length / MOST_LABELS)
  return (
    <div className="columns" role="img" aria-label={description}>
      <ul className="columns-legend" aria-hidden>
        {legend.map(({ key, name, colour }) => (
          <li key={key}>
            <span style={{ background: colour }} /> {name}
          </li>
        ))}
      </ul>
      <div className="columns-field" aria-hidden>
        {ticks.map(tick => (
          <span key={tick} className="columns-tick" style={{ bottom: `${(tick / top) * 100}%` }}>
            {tick}
          </span>
        ))}
        <div className="columns-row">
          {columns.map(({ key, label, told, parts }, at) => (
            <div key={key} className="columns-column" title={told}>
              {parts.map(part => (
                <span
                  key={part.key}
                  style={{ height: `${(part.count / top) * 100}%`, background: part.colour }}
                />
              ))}
              {at % every === 0 && <small>{label}</small>}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Returns round counts from 0 to at least `most`, at most five of them. */
function countTicks(most: number): readonly number[] {
  const rough = most / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 5, 10].map(one => one * power).find(one => one >= rough)!,
  )
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step)
}
