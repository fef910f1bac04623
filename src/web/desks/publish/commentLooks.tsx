import { Link } from '@tanstack/react-router'
import { commentColumns, commentStandings } from '../../../contract/publish/commentColumns.ts'
import { problemStandingNames } from '../../../domain/campaign/rectify/problemState.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import type { Comment } from './publishTypes.ts'

const CLASSES = { held: 'bad', shown: 'good', withheld: 'soft', destroyed: 'soft' } as const

/** Columns of the list of comments as they look; `acts` is what can be done with one, if anything. */
export function commentLooks(
  year: number,
  acts: ((row: Comment) => React.ReactNode) | undefined,
): readonly Column<Comment>[] {
  const columns = showColumns<Comment>(commentColumns, {
    wrote: {
      width: 260,
      onCard: 'wide',
      show: row => (
        <>
          <span className="comment-text">{row.wrote || '内容已销毁'}</span>
          {row.reply !== undefined && (
            <span className="soft-line">
              {row.repliedBy}答复：{row.reply}
            </span>
          )}
        </>
      ),
    },
    unit: { width: 160, onCard: 'title' },
    name: { width: 80, missing: () => '未署名' },
    day: { width: 124, kind: 'day' },
    way: { width: 76, onCard: 'no' },
    standing: {
      width: 90,
      onCard: 'figure',
      show: row => (
        <span className={CLASSES[row.standing]} title={row.reason}>
          {commentStandings[row.standing]}
        </span>
      ),
    },
    problem: {
      width: 100,
      missing: () => '没有列入',
      show: row =>
        row.problem && (
          <Link to={`/${year}/problems/${encodeURIComponent(row.unit)}/${row.problem.id}`}>
            {problemStandingNames[row.problem.standing]}
          </Link>
        ),
    },
    abuse: { width: 84, kind: 'number', missing: () => '没有人举报' },
  })
  if (acts === undefined) return columns
  return [
    ...columns,
    {
      id: 'acts',
      title: '办理',
      value: () => undefined,
      show: acts,
      width: 240,
      sort: false,
      onCard: 'wide',
    },
  ]
}
