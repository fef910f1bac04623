import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 加分: what it adds; floor and cap are the row’s. */
export const bonusView: View = ({ node }) => <RuleLine node={node} sum="加分" />
