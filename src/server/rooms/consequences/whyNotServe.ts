import { sealInForce, type StoredCycle } from '../../year/lifecycle.store.ts'

/** Explains why notices cannot be served now; `undefined` if they can. They are served only on an approved result that is not being corrected. */
export function whyNotServe({ seals, correction }: StoredCycle): string | undefined {
  if (correction !== undefined && correction.closedAt === null) return '结果正在更正，重新审定后才能登记送达'
  return sealInForce(seals) === undefined
    ? '结果审定后才能登记送达；请先在“封存与审定”中封存并报领导小组审定'
    : undefined
}
