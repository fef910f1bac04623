import { isLatestReleased, sealInForce, type StoredCycle } from '../../year/lifecycle.store.ts'

/** Explains why notices cannot be served now; `undefined` if they can. They are served only on an approved result that is released and not being corrected: a notice tells the unit its place. */
export function whyNotServe(stored: StoredCycle): string | undefined {
  const { seals, correction } = stored
  if (correction !== undefined && correction.closedAt === null)
    return '结果正在更正，重新审定并公布后才能登记送达'
  if (sealInForce(seals) === undefined)
    return '结果审定并公布后才能登记送达；请先在“封存与审定”中封存并报领导小组审定'
  return isLatestReleased(stored) ? undefined : '结果公布后才能登记送达；请先在“封存与审定”中向单位公布'
}
