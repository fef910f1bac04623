import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'

/** Returns the ids of an id-to-value map as rows of a small table. */
export type TableRows = (
  document: SchemeDocument,
  component: string | undefined,
) => readonly { readonly id: string; readonly name: string }[]

interface FieldCore {
  readonly key: string
  /** may be omitted; a blank removes the key. */
  readonly optional?: true
  /** replaces the name used in differences and faults. */
  readonly label?: string
  readonly hint?: string
  /** collapsed until it is filled in. */
  readonly rare?: true
}

/** A field of a form: what it holds and how it is filled in. */
export type Field = FieldCore &
  (
    | { readonly kind: 'text' | 'longText' | 'citation' | 'day' | 'monthDay' | 'flag' | 'texts' | 'numbers' }
    | { readonly kind: 'number'; readonly whole?: true; readonly unit?: string }
    /** one of the options of a field (see optionsOf). */
    | { readonly kind: 'option'; readonly of: string; readonly none?: string }
    /** the id of something else in the scheme, or several ids. */
    | { readonly kind: 'ref' | 'refs'; readonly of: ReferenceList; readonly none?: string }
    /** a number or a word in its place. */
    | { readonly kind: 'numberOr'; readonly word: string; readonly said: string }
    | { readonly kind: 'group'; readonly spec: Spec }
    | { readonly kind: 'items'; readonly item: Spec }
    /** `nullable` says what a blank means; `sparse` removes blank entries. */
    | {
        readonly kind: 'table'
        readonly rows: TableRows
        readonly nullable?: string
        readonly sparse?: string
      }
    /** row and rule together, stored in two keys. */
    | { readonly kind: 'ruleOfRow' }
  )

/** A form spec: its fields and, with `tag`, those of the selected kind. `fresh` creates a new item. */
export interface Spec {
  readonly fields: readonly Field[]
  readonly tag?: {
    readonly key: string
    readonly of: string
    readonly kinds: Readonly<Record<string, readonly Field[]>>
  }
  readonly fresh: (document: SchemeDocument) => Readonly<Record<string, unknown>>
}

/** A list that can be referenced. */
export type ReferenceList =
  | 'tiers'
  | 'components'
  | 'counters'
  | 'faultCounters'
  | 'deadlines'
  | 'measures'
  | 'grades'
  | 'rubrics'
  | 'sections'
  | 'rulings'
  | 'rulesOfRow'

/** Returns the fields for a value, including those of its kind. */
export function fieldsOf({ fields, tag }: Spec, value: unknown): readonly Field[] {
  if (tag === undefined) return fields
  const kind = (value as Readonly<Record<string, unknown>> | undefined)?.[tag.key]
  return [...(tag.kinds[String(kind)] ?? []), ...fields]
}

/** Placeholder id, replaced by a free one when the item is added. */
export const NEW_ID = '？'
