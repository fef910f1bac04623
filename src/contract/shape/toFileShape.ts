import { z } from 'zod'

/** Read-only form of a schema's output, as the domain holds it. */
type Held<T> = T extends number | string | boolean | null | undefined
  ? T
  : T extends readonly (infer I)[]
    ? readonly Held<I>[]
    : { readonly [K in keyof T]: Held<T[K]> }

/** Converts a value back to file shape, the inverse of reading: points become decimals, and lists that were left out are written empty. Throws (a bug) on a value that reading would not produce. */
export function toFileShape<S extends z.ZodType>(schema: S, value: Held<z.output<S>>): z.input<S> {
  return z.encode(schema, value as z.output<S>)
}
