import { z } from 'zod'

/** Marks that turn the direction of writing: unseen on the page, they would reorder what follows on paper. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Makes the schema of a text that somebody types: without blanks around it, and without marks that turn the direction of writing. */
export function typedText(): z.ZodString {
  return z
    .string()
    .overwrite(text => text.replaceAll(DIRECTION_MARKS, ''))
    .trim()
}
