import { type ProblemStanding, problemStandingNames } from '../../domain/campaign/rectify/problemState.ts'
import type { ListColumn } from '../lists/listColumn.ts'
import { wayNames } from './publishFields.ts'

/** Where a comment stands: not read yet, shown, withheld, or its text destroyed. */
export type CommentStanding = 'held' | 'shown' | 'withheld' | 'destroyed'

/** Words for where a comment stands. */
export const commentStandings: Readonly<Record<CommentStanding, string>> = {
  held: '待审核',
  shown: '已显示',
  withheld: '已隐藏',
  destroyed: '已销毁',
}

/** Whether somebody has to read a comment: it waits, it was shown at once, or readers reported it since. */
export function isUnread({
  standing,
  judgedBy,
  abuse,
}: Pick<Row, 'standing' | 'judgedBy' | 'abuse'>): boolean {
  return standing === 'held' || (standing === 'shown' && (judgedBy === undefined || abuse > 0))
}

interface Row {
  readonly day: string
  readonly unitName: string
  readonly wrote: string
  readonly name?: string | undefined
  readonly way: keyof typeof wayNames
  readonly standing: CommentStanding
  readonly judgedBy?: string | undefined
  readonly reply?: string | undefined
  readonly problem?: { readonly standing: ProblemStanding } | undefined
  readonly abuse: number
}

/** Words for where a comment stands, and whether somebody still has to read it. */
export function wordStanding(row: Pick<Row, 'standing' | 'judgedBy' | 'abuse'>): string {
  const word = commentStandings[row.standing]
  return row.standing === 'shown' && isUnread(row) ? `${word}，${commentStandings.held}` : word
}

/** Columns of the list of comments. */
export const commentColumns: readonly ListColumn<Row>[] = [
  { id: 'day', title: '日期', value: row => row.day },
  { id: 'unit', title: '单位', value: row => row.unitName, search: true },
  { id: 'wrote', title: '留言', value: row => row.wrote, search: true },
  { id: 'name', title: '留言人', value: row => row.name, search: true },
  { id: 'way', title: '来源', value: row => wayNames[row.way], filter: true },
  { id: 'standing', title: '状态', value: wordStanding, filter: true },
  {
    id: 'reply',
    title: '答复',
    value: row => (row.reply === undefined ? undefined : '已答复'),
    filter: true,
  },
  {
    id: 'problem',
    title: '问题清单',
    value: row => row.problem && problemStandingNames[row.problem.standing],
    filter: true,
  },
  { id: 'abuse', title: '举报次数', value: row => (row.abuse === 0 ? undefined : row.abuse) },
]
