import { perCount, RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 阶梯扣分: whole steps beyond the start, times the amount of each. */
export const stepsView: View = ({ node }) => <RuleLine node={node} sum={perCount(node, '个步长')} />
