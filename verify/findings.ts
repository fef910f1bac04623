import type { Has, List } from './fields.ts'

/** What one part of the check came to, in Chinese: what was checked, what differs, what could not be checked. */
export type Findings = Has<'checked' | 'differences' | 'notes', string[]>

/** The verdict on a file: its parts in the order in which they are told, and the root of the trail that it names. */
export type Verdict = Has<'title' | 'root'> & Has<'parts', List<Has<'title'> & Has<'findings', Findings>>>

/** Makes an empty list of findings. */
export function noFindings(): Findings {
  return { checked: [], differences: [], notes: [] }
}

/** Counts everything that differs. */
export function countDifferences({ parts }: Verdict): number {
  return parts.reduce((all, { findings }) => all + findings.differences.length, 0)
}
