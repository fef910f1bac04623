import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 分档并列扣分: by level, the findings say which. */
export const parallelView: View = ({ node }) => <RuleLine node={node} sum="按档次" />
