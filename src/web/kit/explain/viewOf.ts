import type { ExplanationKind } from '../../../domain/explain/explanationKinds.ts'
import { explanationViews } from './explanationViews.tsx'
import { PlainPart } from './PlainPart.tsx'
import type { View } from './View.ts'

/** Returns the view of a kind; an unknown kind of a newer server is shown by its sentence. */
export function viewOf(kind: string): View {
  return Object.hasOwn(explanationViews, kind) ? explanationViews[kind as ExplanationKind] : PlainPart
}
