import type { z } from 'zod'
import type { issuePart } from '../../../contract/results/resultParts.ts'
import { issueNames } from '../../../files/results/issueNames.ts'
import type { Issue } from '../../../domain/score/outcome.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'

/** Presents an issue as the contract defines it, with the names of its kind and unit. */
export function presentIssue(found: Issue, units: ReadonlyMap<string, Unit>): z.output<typeof issuePart> {
  const { ranking: _, ...issue } = found
  const name = issue.unit === undefined ? undefined : units.get(issue.unit)?.name
  return { ...issue, kindName: issueNames[issue.kind], unitName: name }
}
