import { isLatestReleased, type StoredCycle } from '../../year/lifecycle.store.ts'

/** Explains why a publication cannot be released now; `undefined` if it can. Nothing goes public before the units have the approved result. (四（六）) */
export function whyNotRelease(stored: StoredCycle | undefined): string | undefined {
  if (stored === undefined) return '没有这个年度'
  if (stored.correction !== undefined && stored.correction.closedAt === null)
    return '结果正在更正；重新封存、审定并向单位公布后再发布公示'
  return isLatestReleased(stored)
    ? undefined
    : '结果还没有向单位公布；请先封存、报领导小组审定，并在“封存与审定”中向单位公布'
}
