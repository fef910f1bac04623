import type { OnWire } from '../../../contract/http/route.ts'
import type { evidencePart, ExplanationNodeIn } from '../../../contract/results/explanationSchema.ts'
import type { rulingPart } from '../../../contract/results/resultParts.ts'

/** 得分说明的节点, as it comes over the wire: points are decimals. */
export type ExplainedNode = ExplanationNodeIn

/** 依据一条. */
export type Evidence = OnWire<typeof evidencePart>

/** 口径提示. */
export type Ruling = OnWire<typeof rulingPart>
