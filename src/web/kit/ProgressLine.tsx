import './progressLine.css'

interface Props {
  readonly label: string
  readonly done: number
  readonly total: number
  /** How many of the rest are late, shown in red. */
  readonly late?: string | undefined
  /** Text after the bar, instead of `done/total`. */
  readonly said?: string
}

/** Shows progress: a label, a bar, and how many of how many. */
export function ProgressLine({ label, done, total, late, said = `${done}/${total}` }: Props) {
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div className="progress-line">
      <span className="progress-line-label">{label}</span>
      <span
        className="progress-line-bar track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={said}
      >
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="progress-line-said">{said}</span>
      {late !== undefined && <span className="bad">{late}</span>}
    </div>
  )
}
