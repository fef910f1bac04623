import type { Named } from '../scheme/scheme.ts'
import type { BallotCount } from '../year/facts/facts.ts'

/** Describes a ballot count (计票结果) as evidence: meeting, classes, and how many sheets of which kind. */
export function describeCount(
  { session, voterClasses, marks, voided, abstained, elsewhere }: BallotCount,
  classes: readonly Named[],
): string {
  const names = voterClasses.map(id => classes.find(one => one.id === id)?.name ?? id)
  const told = [
    `有效票${marks.length}张`,
    voided > 0 ? `废票${voided}张` : undefined,
    abstained > 0 ? `弃权${abstained}张` : undefined,
  ].filter(text => text !== undefined)
  const merged = names.length > 1 ? '合并' : ''
  const how = elsewhere === true ? '（未用本系统召开，按计票表录入）' : ''
  return `计票结果：${session}${how}，${names.join('、')}${merged}${told.join('、')}`
}
