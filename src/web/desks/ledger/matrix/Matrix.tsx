import { useNarrow } from '../../../kit/useNarrow.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import type { Counters, Entry } from '../ledgerTypes.ts'
import { MatrixCards } from './MatrixCards.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import './matrix.css'

/** 计数项与期间的对照: of what is shown, the year, the unit and its entries in force. */
export interface MatrixProps {
  readonly of: Counters
  readonly entries: readonly Entry[]
  readonly keeps: boolean
}

/** 各事项完成情况: duty × period, done of due in words and figures, each leading to its entries or to enter one; a card a duty on a phone. */
export function Matrix(props: MatrixProps) {
  const narrow = useNarrow()
  const duties = props.of.counters.filter(counter => counter.kind === 'done')
  if (duties.length === 0)
    return <EmptyState title="方案没有规定台账事项" what="会议、学习、活动等仍可登记，供核查时查看。" />
  return narrow ? <MatrixCards {...props} /> : <MatrixTable {...props} />
}
