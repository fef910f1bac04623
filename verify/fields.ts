/** Fields of one type that a value has, or may have. */
export type Has<K extends string, T = string> = { readonly [F in K]: T }
export type May<K extends string, T = string> = { readonly [F in K]?: T }
export type List<T> = readonly T[]
export type Table<T> = Readonly<Record<string, T>>
