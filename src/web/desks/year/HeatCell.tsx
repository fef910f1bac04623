import type { GroupProgress } from './year.ts'

interface Props {
  readonly group: GroupProgress | undefined
  /** the name of the component. */
  readonly of: string
  readonly onPick: (group: GroupProgress) => void
}

/** Shows one progress cell: done of total over a bar; a button if something is missing, red if late. */
export function HeatCell({ group, of, onPick }: Props) {
  if (group === undefined || group.total === 0) return <span className="soft">不涉及</span>
  const { name, done, total, late } = group
  const share = `${(done / total) * 100}%`
  if (done === total) {
    return (
      <span className="heat heat-full">
        <span className="heat-said">
          {done}/{total}
        </span>
        <span className="heat-bar track" aria-hidden>
          <span style={{ width: '100%' }} />
        </span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={late ? 'heat heat-late' : 'heat heat-part'}
      onClick={() => onPick(group)}
    >
      <span className="only-aloud">
        {name}，{of}：
      </span>
      <span className="heat-said">
        {done}/{total}
        {late && <span className="heat-word">逾期</span>}
      </span>
      <span className="heat-bar track" aria-hidden>
        <span style={{ width: share }} />
      </span>
    </button>
  )
}
