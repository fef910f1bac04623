import type { Refusal } from '../../domain/kernel/refusal.ts'

/** The values that each entry of a table of sentences takes: `code: (values) => sentence`. A sentence without values takes none. */
export type ValuesOf<T> = {
  readonly [C in keyof T]: T[C] extends (values: infer V) => string
    ? unknown extends V
      ? Readonly<Record<string, never>>
      : V
    : never
}

/** Returns the sentence of a refusal by one room's table: for pages that must not load the sentences of all rooms. */
export function sentenceIn(table: object, { code, values }: Refusal): string | undefined {
  return (table as Readonly<Record<string, ((values: never) => string) | undefined>>)[code]?.(values as never)
}
