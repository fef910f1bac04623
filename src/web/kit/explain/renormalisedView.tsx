import { PlainPart } from './PlainPart.tsx'
import type { View } from './View.ts'

/** 缺分项由其余分项分担. */
export const renormalisedView: View = ({ node }) => <PlainPart node={node} />
