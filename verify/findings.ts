/** What one part of the check came to, in Chinese: what was checked, what differs, what could not be checked. */
export interface Findings {
  readonly checked: string[]
  readonly differences: string[]
  readonly notes: string[]
}

/** Makes an empty list of findings. */
export function noFindings(): Findings {
  return { checked: [], differences: [], notes: [] }
}
