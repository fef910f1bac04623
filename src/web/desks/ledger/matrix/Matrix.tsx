import { useNarrow } from '../../../kit/useNarrow.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import type { Counters } from '../ledgerTypes.ts'
import { MatrixCards } from './MatrixCards.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import './matrix.css'

/** The counters to show by period, with the year and the unit. */
export interface MatrixProps {
  readonly of: Counters
  readonly keeps: boolean
}

/** Shows duties by period, done of due in words and figures; each cell links to its entries or to a new one. On a phone, one card per duty. */
export function Matrix(props: MatrixProps) {
  const narrow = useNarrow()
  const duties = props.of.counters.filter(counter => counter.kind === 'done')
  if (duties.length === 0)
    return <EmptyState title="方案没有规定台账事项" what="会议、学习、活动等仍可登记，供核查时查看。" />
  return narrow ? <MatrixCards {...props} /> : <MatrixTable {...props} />
}
