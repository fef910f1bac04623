import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'

/** 一组“编号: 值”的编号, as rows of a small table. */
export type TableRows = (
  document: SchemeDocument,
  component: string | undefined,
) => readonly { readonly id: string; readonly name: string }[]

interface FieldCore {
  readonly key: string
  /** may be left out; blank takes the key away. */
  readonly optional?: true
  /** instead of the name that differences and faults use. */
  readonly label?: string
  readonly hint?: string
  /** kept folded away until it is filled in. */
  readonly rare?: true
}

/** 一个字段 of a form: what it holds and how it is filled in. */
export type Field = FieldCore &
  (
    | { readonly kind: 'text' | 'longText' | 'citation' | 'day' | 'monthDay' | 'flag' | 'texts' | 'numbers' }
    | { readonly kind: 'number'; readonly whole?: true; readonly unit?: string }
    /** one of the options of a field (see optionsOf). */
    | { readonly kind: 'option'; readonly of: string; readonly none?: string }
    /** the id of something else in the scheme, or several. */
    | { readonly kind: 'ref' | 'refs'; readonly of: ReferenceList; readonly none?: string }
    /** a number, or a word in its place. */
    | { readonly kind: 'numberOr'; readonly word: string; readonly said: string }
    | { readonly kind: 'group'; readonly spec: Spec }
    | { readonly kind: 'items'; readonly item: Spec }
    /** `nullable` says what a blank means, `sparse` takes the blank ones away. */
    | {
        readonly kind: 'table'
        readonly rows: TableRows
        readonly nullable?: string
        readonly sparse?: string
      }
    /** row and rule at once, which stand in two keys. */
    | { readonly kind: 'ruleOfRow' }
  )

/** 一种内容的表单: its fields; with `tag`, those of the kind that it is beside them. `fresh` makes a new one. */
export interface Spec {
  readonly fields: readonly Field[]
  readonly tag?: {
    readonly key: string
    readonly of: string
    readonly kinds: Readonly<Record<string, readonly Field[]>>
  }
  readonly fresh: (document: SchemeDocument) => Readonly<Record<string, unknown>>
}

/** 可引用的列表. */
export type ReferenceList =
  | 'tiers'
  | 'components'
  | 'counters'
  | 'faultCounters'
  | 'measures'
  | 'grades'
  | 'rubrics'
  | 'sections'
  | 'rulings'
  | 'rulesOfRow'

/** 种类对应的字段 of a value. */
export function fieldsOf({ fields, tag }: Spec, value: unknown): readonly Field[] {
  if (tag === undefined) return fields
  const kind = (value as Readonly<Record<string, unknown>> | undefined)?.[tag.key]
  return [...(tag.kinds[String(kind)] ?? []), ...fields]
}

/** 待定的编号: replaced by a free one when the item is added. */
export const NEW_ID = '？'
