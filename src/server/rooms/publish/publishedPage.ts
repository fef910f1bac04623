/** What the site shows of a unit, laid out when the publication is released: figures with their names, and the report as paragraphs. */
export interface PublishedPage {
  /** Who reports: post and name. */
  readonly secretary?: string
  readonly figures: readonly { readonly name: string; readonly value: string }[]
  /** The rectification list (整改清单): problem, remedy, deadline, state. */
  readonly problems?: readonly (readonly string[])[]
  readonly report?: {
    readonly title: string
    readonly lines: readonly { readonly kind: 'heading' | 'paragraph'; readonly text: string }[]
    /** The problem list of the report. */
    readonly problems: readonly (readonly string[])[]
  }
}
