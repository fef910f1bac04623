import './pointsLine.css'

interface Props {
  readonly marks: readonly { readonly label: string; readonly value: number; readonly shown: string }[]
  /** Description of the chart with its figures; read by screen readers in its place. */
  readonly description: string
}

/** Line chart of a few values in order, each with its figure above and its label below. */
export function PointsLine({ marks, description }: Props) {
  const values = marks.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const placed = marks.map((mark, at) => ({
    ...mark,
    x: ((at + 0.5) / marks.length) * 100,
    y: most === least ? 50 : 100 - ((mark.value - least) / (most - least)) * 100,
  }))
  return (
    <div className="points-line" role="img" aria-label={description}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <polyline points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {placed.map(({ label, shown, x, y }) => (
        <span key={label} aria-hidden>
          <i style={{ left: `${x}%`, top: `${y}%` }} />
          <b style={{ left: `${x}%`, top: `${y}%` }}>{shown}</b>
          <small style={{ left: `${x}%` }}>{label}</small>
        </span>
      ))}
    </div>
  )
}
