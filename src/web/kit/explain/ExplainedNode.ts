import type { OnWire } from '../../../contract/http/route.ts'
import type { evidencePart, ExplanationNodeIn } from '../../../contract/results/explanationSchema.ts'
import type { rulingPart } from '../../../contract/results/resultParts.ts'

/** A node of a score explanation as it is transferred: points are decimals. */
export type ExplainedNode = ExplanationNodeIn

/** One piece of evidence. */
export type Evidence = OnWire<typeof evidencePart>

/** A ruling (口径) on a node. */
export type Ruling = OnWire<typeof rulingPart>
