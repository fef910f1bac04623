import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { commentColumns, isUnread, wordStanding } from '../../../contract/publish/commentColumns.ts'
import { problemStandingNames } from '../../../domain/campaign/rectify/problemState.ts'
import { type Column, onlySaved, showColumns } from '../../kit/table/column.ts'
import type { Comment } from './publishTypes.ts'

/** Beyond this, the rest of a comment unfolds: one of a thousand characters would push the others off the screen. */
const SHOWN_AT_ONCE = 160

/** Shows the text of a comment, what is long folded. */
export function CommentText({ of }: { readonly of: string }) {
  if (of.length <= SHOWN_AT_ONCE) return <span className="comment-text">{of}</span>
  return (
    <details className="comment-text">
      <summary>{of.slice(0, SHOWN_AT_ONCE)}……</summary>
      {of.slice(SHOWN_AT_ONCE)}
    </details>
  )
}

const CLASSES = { held: 'soft', shown: 'good', withheld: 'soft', destroyed: 'soft' } as const

/** What stands for a text that is gone, or that the reader may not read. */
const UNREAD = {
  held: '审核后才能看到内容',
  shown: '',
  withheld: '内容已隐藏',
  destroyed: '内容已销毁',
} as const

/** Columns of the list of comments as they look; what is not read yet is urgent for who `moderates`, `acts` is what can be done with one, if anything, `take` makes a problem of it. */
export function commentLooks(
  year: number,
  moderates: boolean,
  acts: ((row: Comment) => React.ReactNode) | undefined,
  take?: (row: Comment) => void,
): readonly Column<Comment>[] {
  const shown = showColumns<Comment>(commentColumns, {
    wrote: {
      width: 300,
      onCard: 'wide',
      show: row => (
        <>
          <CommentText of={row.wrote || UNREAD[row.standing]} />
          {row.reply !== undefined && (
            <span className="soft-line">
              {row.repliedBy}答复：{row.reply}
            </span>
          )}
        </>
      ),
    },
    unit: { width: 160, onCard: 'title' },
    name: { width: 80, show: row => row.name ?? (row.wrote === '' ? '—' : '未署名') },
    day: { width: 124, kind: 'day' },
    way: { width: 76, onCard: 'no' },
    standing: {
      width: 110,
      onCard: 'figure',
      show: row => (
        <>
          <span className={moderates && isUnread(row) ? 'bad' : CLASSES[row.standing]}>
            {wordStanding(row)}
          </span>
          {row.reason !== undefined && <span className="soft-line">{row.reason}</span>}
        </>
      ),
    },
    problem: {
      width: 100,
      missing: () => '没有列入',
      show: row =>
        row.problem ? (
          <Link to={`/${year}/problems/${encodeURIComponent(row.unit)}/${row.problem.id}`}>
            {problemStandingNames[row.problem.standing]}
          </Link>
        ) : take === undefined || row.standing === 'destroyed' ? null : (
          <Button size="small" onClick={() => take(row)}>
            列入问题
          </Button>
        ),
    },
    abuse: { width: 84, kind: 'number', missing: () => '没有人举报' },
  })
  const columns: readonly Column<Comment>[] = [
    ...shown,
    onlySaved('reason', '隐藏或销毁的理由', row => row.reason, { width: 210 }),
    onlySaved('replied', '答复内容', row => row.reply, { width: 480 }),
  ]
  if (acts === undefined) return columns
  return [
    ...columns,
    {
      id: 'acts',
      title: '办理',
      value: () => undefined,
      show: acts,
      width: 190,
      sort: false,
      onCard: 'wide',
    },
  ]
}
