import { perCount, RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 按项扣分: so many found, times the amount of each. */
export const perOccurrenceView: View = ({ node }) => <RuleLine node={node} sum={perCount(node, '项（次）')} />
