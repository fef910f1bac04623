import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 幅度扣分: an amount within the range that the rule leaves. */
export const rangeView: View = ({ node }) => <RuleLine node={node} sum="幅度内" />
