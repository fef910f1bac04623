import { Tooltip } from 'antd'
import { type Points as Thousandths, printPoints } from '../../domain/kernel/points.ts'
import './points.css'

interface Props {
  /** Points as decimals, as they are transferred. */
  readonly value: number | undefined
  /** Why there is no value. */
  readonly missing?: string | undefined
  /** Signed, such as `+0.50` for a difference. */
  readonly signed?: boolean
  readonly strong?: boolean
  /** Makes it a button that opens the explanation; `of` says whose points these are. */
  readonly onExplain?: () => void
  readonly of?: string
}

/** Shows points: two decimals (a third only where there is one), right-aligned, with tabular figures. A missing value is shown as — with its reason, never as 0. */
export function Points({ value, missing, signed = false, strong = false, onExplain, of = '得分' }: Props) {
  if (value === undefined) return <Missing reason={missing} />
  const text = (signed && value > 0 ? '+' : '') + printDecimal(value)
  const style = strong ? 'points points-strong' : 'points'
  if (onExplain === undefined) return <span className={style}>{text}</span>
  return (
    <button
      type="button"
      className={`${style} points-explained`}
      aria-label={`${of} ${text}，查看说明`}
      onClick={onExplain}
    >
      {text}
    </button>
  )
}

/** Prints points as text. */
export function printDecimal(value: number): string {
  return printPoints(Math.round(value * 1000) as Thousandths)
}

function Missing({ reason }: { readonly reason: string | undefined }) {
  if (reason === undefined) return <span className="points soft">—</span>
  return (
    <Tooltip title={reason}>
      <span className="points soft" tabIndex={0} role="note" aria-label={`没有得分：${reason}`}>
        —
      </span>
    </Tooltip>
  )
}
