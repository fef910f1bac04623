import type { Picture } from '../pictures/picture.ts'

/** A part of an official document, in the order of the text. */
export type WordBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `text` may hold line breaks; `plain` is without the indent of two characters; `keepNext` stays on the page of what follows. */
  | {
      readonly kind: 'paragraph'
      readonly text: string
      readonly plain?: boolean
      readonly keepNext?: boolean
    }
  | { readonly kind: 'centred'; readonly text: string }
  | WordTable
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** Blanks to sign on, two beside one another. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  /** Who signs the document (署名), and the day below it. */
  | { readonly kind: 'closing'; readonly by: string; readonly day: string }
  | { readonly kind: 'newPage' }

/** A table: its columns with their share of the width, and rows of text. */
export interface WordTable {
  readonly kind: 'table'
  readonly columns: readonly {
    readonly title: string
    readonly width?: number
    readonly align?: 'left' | 'center' | 'right'
  }[]
  readonly rows: readonly (readonly string[])[]
  /** A form has no heads: the first cell of each row names the second. */
  readonly isForm?: boolean
  /** A short table that is not cut by the end of a page. */
  readonly together?: boolean
}

/** An official document: its title, broken by sense into lines, and its parts. */
export interface WordDocument {
  readonly title: readonly string[]
  /** Below the title: whose document it is, and of which day; may hold a line break. */
  readonly subtitle?: string
  readonly blocks: readonly WordBlock[]
}
