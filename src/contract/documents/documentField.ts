/** A placeholder of a template: a text, a condition, or rows that repeat. `sample` is shown where a template is tried out. */
export type DocumentField =
  | { readonly name: string; readonly what: string; readonly sample: string }
  | { readonly name: string; readonly what: string; readonly flag: boolean }
  | {
      readonly name: string
      readonly what: string
      readonly rows: readonly DocumentField[]
      readonly samples?: number
    }

/** Data of a document by the names of its placeholders. */
export interface DocumentData {
  readonly [name: string]: string | boolean | readonly DocumentData[]
}

/** Makes a text placeholder. */
export function text(name: string, what: string, sample: string): DocumentField {
  return { name, what, sample }
}

/** Makes a condition. */
export function flag(name: string, what: string, value = false): DocumentField {
  return { name, what, flag: value }
}

/** Makes rows that repeat. */
export function rows(name: string, what: string, ...fields: readonly DocumentField[]): DocumentField {
  return { name, what, rows: fields }
}

/** Builds made data for trying a template out: three rows wherever rows repeat, if the field does not say how many. */
export function sampleData(fields: readonly DocumentField[]): DocumentData {
  return Object.fromEntries(fields.map(field => [field.name, sampleOf(field)]))
}

function sampleOf(field: DocumentField): DocumentData[string] {
  if ('sample' in field) return field.sample
  if ('flag' in field) return field.flag
  return Array.from({ length: field.samples ?? 3 }, (_, at) => {
    const one = sampleData(field.rows)
    return '序号' in one ? { ...one, 序号: String(at + 1) } : one
  })
}
