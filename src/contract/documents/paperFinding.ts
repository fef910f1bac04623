/** A finding about a Word file: where it is, what is wrong, what to do. A hint does not keep the file out. */
export interface PaperFinding {
  readonly weight: 'fault' | 'hint'
  readonly where: string
  readonly what: string
  readonly remedy: string
}
