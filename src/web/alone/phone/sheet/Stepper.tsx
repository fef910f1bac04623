interface Props {
  readonly label: string
  readonly value: number
  readonly unit?: string
  readonly least?: number
  readonly most?: number | undefined
  readonly onStep: (by: 1 | -1) => void
}

/** A number between two large buttons for minus and plus. */
export function Stepper({ label, value, unit = '', least = 0, most, onStep }: Props) {
  return (
    <div className="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={`${label}减一`} disabled={value <= least} onClick={() => onStep(-1)}>
        −
      </button>
      <output aria-live="polite">
        {value}
        {unit}
      </output>
      <button
        type="button"
        aria-label={`${label}加一`}
        disabled={most !== undefined && value >= most}
        onClick={() => onStep(1)}
      >
        ＋
      </button>
    </div>
  )
}
