import { z } from 'zod'

/** 只读的同一格式: what a schema puts out, as the domain holds it. */
type Held<T> = T extends number | string | boolean | null | undefined
  ? T
  : T extends readonly (infer I)[]
    ? readonly Held<I>[]
    : { readonly [K in keyof T]: Held<T[K]> }

/** 还原文件形式: the inverse of reading, points as decimals again; lists that were left out are written empty. Throws (a bug) on a value that reading would not give. */
export function toFileShape<S extends z.ZodType>(schema: S, value: Held<z.output<S>>): z.input<S> {
  return z.encode(schema, value as z.output<S>)
}
