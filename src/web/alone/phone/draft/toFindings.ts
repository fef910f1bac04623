import type { Finding } from '../../../../domain/year/facts/facts.ts'
import type { Draft, DraftFinding } from './Draft.ts'

/** Context of a draft: whose inspection, and of which quarter. */
export interface Occasion {
  readonly unit: string
  readonly quarter: 1 | 2 | 3 | 4
  readonly by: 'committee' | 'leadUnit'
}

/** Converts a draft's findings to the shape that the engine reads. Entries without an amount or count yet are left out. */
export function toFindings(draft: Draft, { unit, quarter, by }: Occasion): readonly Finding[] {
  const foundOn = draft.visitedOn as NonNullable<Finding['foundOn']>
  return draft.findings.map(finding => {
    const { id: _, note, ...rest } = finding
    return { ...rest, unit, quarter, by, foundOn, ...(note === '' ? {} : { note }) }
  })
}

/** Returns the size of a finding: persons × occasions where it has persons, else its count. */
export function sizeOf({ count, persons, occasions }: DraftFinding): number {
  return persons === undefined ? count : persons * (occasions ?? 1)
}
