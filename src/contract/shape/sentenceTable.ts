/** The values that each entry of a table of sentences takes: `code: (values) => sentence`. A sentence without values takes none. */
export type ValuesOf<T> = {
  readonly [C in keyof T]: T[C] extends (values: infer V) => string
    ? unknown extends V
      ? Readonly<Record<string, never>>
      : V
    : never
}
