/** Refusals of the basic knowledge test (基本知识测试). */
export interface KnowledgeRefusalValues {
  readonly questionFaulty: { readonly why: string }
  readonly questionKnown: { readonly stem: string }
  readonly questionsTooFew: { readonly kind: string; readonly wanted: number; readonly there: number }
  readonly testEmpty: Readonly<Record<string, never>>
  readonly testClosed: { readonly name: string; readonly by: string }
  readonly testUnfinished: { readonly papers: number }
  readonly quarterTested: { readonly quarter: number; readonly name: string }
  readonly seatsTooMany: { readonly wanted: number; readonly most: number }
  readonly nobodyDrawn: { readonly quarter: number }
  readonly paperEnded: Readonly<Record<string, never>>
  readonly paperNotStarted: Readonly<Record<string, never>>
  readonly paperOnPhone: { readonly seat: number }
  readonly keyingDiffers: { readonly questions: string; readonly by: string }
  readonly slipElsewhere: Readonly<Record<string, never>>
  readonly keyUnchanged: Readonly<Record<string, never>>
  readonly voidUnchanged: Readonly<Record<string, never>>
  readonly slipUnknown: Readonly<Record<string, never>>
}
