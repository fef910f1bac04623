import { z } from 'zod'

/** Query of a list by page: 100 rows a page, from 0. Without `page` the answer holds all that is found. */
export const pageQuery = {
  page: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .optional(),
  search: z.string().max(100).optional(),
  /** Column to sort by; `-` in front sorts from high to low. */
  sort: z
    .string()
    .regex(/^-?\w{1,40}$/)
    .optional(),
  /** Chosen values by column, as JSON: `{"state":["待签字"]}`. */
  filter: z
    .string()
    .max(4000)
    .transform((text, check) => {
      const read = z.record(z.string(), z.array(z.string())).safeParse(parse(text))
      if (read.success) return read.data
      check.addIssue({ code: 'custom', message: 'filter' })
      return z.NEVER
    })
    .optional(),
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a page of a list says about the whole: rows found, rows altogether, and the values that each column can be filtered by. */
export const pagingSchema = z.strictObject({
  found: z.int(),
  all: z.int(),
  choices: z.record(z.string(), z.array(z.strictObject({ text: z.string(), count: z.int() }))),
})
