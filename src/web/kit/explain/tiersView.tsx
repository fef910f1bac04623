import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 分段扣分: by the band that holds the measure. */
export const tiersView: View = ({ node }) => <RuleLine node={node} sum="按区间" />
