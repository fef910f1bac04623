import { perCount, RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 按缺次扣分: so many short, times the amount of each. */
export const perShortfallView: View = ({ node }) => <RuleLine node={node} sum={perCount(node, '次')} />
