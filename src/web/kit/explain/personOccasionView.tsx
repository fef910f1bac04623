import { perCount, RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 按人次扣分: persons × occasions, times the amount. */
export const personOccasionView: View = ({ node }) => <RuleLine node={node} sum={perCount(node, '人次')} />
