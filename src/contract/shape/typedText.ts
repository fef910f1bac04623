import { z } from 'zod'
import { visible } from '../../domain/kernel/comparable.ts'

/** Makes the schema of a text that somebody types: without blanks around it and without signs that nobody sees, which on paper would turn the direction of what follows. */
export function typedText(): z.ZodString {
  return z.string().overwrite(visible)
}
