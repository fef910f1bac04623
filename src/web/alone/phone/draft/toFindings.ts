import type { Finding } from '../../../../domain/year/facts/facts.ts'
import type { Draft, DraftFinding } from './Draft.ts'

/** 草稿所在的场次: whose inspection, of which quarter. */
export interface Occasion {
  readonly unit: string
  readonly quarter: 1 | 2 | 3 | 4
  readonly by: 'committee' | 'leadUnit'
}

/** 草稿中的核查情况, in the shape that the engine reads. An amount not yet given, or a count not yet said, is no finding. */
export function toFindings(draft: Draft, { unit, quarter, by }: Occasion): readonly Finding[] {
  const foundOn = draft.visitedOn as NonNullable<Finding['foundOn']>
  return draft.findings.map(finding => {
    const { id: _, note, ...rest } = finding
    return { ...rest, unit, quarter, by, foundOn, ...(note === '' ? {} : { note }) }
  })
}

/** 一条核查情况的件数: persons × occasions where it has persons. */
export function sizeOf({ count, persons, occasions }: DraftFinding): number {
  return persons === undefined ? count : persons * (occasions ?? 1)
}
