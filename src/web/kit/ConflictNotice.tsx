import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Refused } from '../client/Refused.ts'
import './conflictNotice.css'

/** One conflict: the same field in both versions. */
interface ConflictField {
  readonly label: string
  readonly theirs: ReactNode
  readonly mine: ReactNode
}

interface Props {
  /** The refusal `staleRevision`; its message says who and when. */
  readonly refused: Refused
  /** Saved values beside the typed ones; the caller leaves out those that are equal. */
  readonly fields: readonly ConflictField[]
  readonly busy?: boolean
  /** Discards the typed values. */
  readonly onTakeTheirs: () => void
  /** Saves the typed values over theirs, with the revision just read. */
  readonly onSaveMine: () => void
}

/** Shows an edit conflict: somebody else changed the record meanwhile. Nothing is overwritten before one of the two is chosen, and nothing typed is lost. */
export function ConflictNotice({ refused, fields, busy = false, onTakeTheirs, onSaveMine }: Props) {
  return (
    <section className="conflict" role="alert" aria-label="修改冲突">
      <p>{refused.message}</p>
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">对方的修改</th>
              <th scope="col">我的修改</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ label, theirs, mine }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="conflict-actions">
        <Button onClick={onTakeTheirs} disabled={busy}>
          采用对方的
        </Button>
        <Button type="primary" onClick={onSaveMine} loading={busy}>
          仍以我的为准
        </Button>
      </div>
    </section>
  )
}
