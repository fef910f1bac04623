import type { RuleCore } from '../../../domain/scheme/forms/ruleForm.ts'
import type { SchemeNames } from '../schemeNames.ts'

interface FieldCore {
  readonly label: string
  /** Replaces the label in the published schema, where that needs more words. */
  readonly about?: string
  readonly hint?: string
  readonly optional?: true
}

/** A field of a rule. Scheme file, form on screen and differences are made from it. */
export type RuleField = FieldCore &
  (
    | { readonly kind: 'number'; readonly unit?: string; readonly whole?: true }
    | { readonly kind: 'text' | 'flag' }
    | { readonly kind: 'ref'; readonly of: 'measures' | 'counters' }
    | { readonly kind: 'option'; readonly options: Readonly<Record<string, string>> }
    | ItemsField
  )

interface ItemsField {
  readonly kind: 'items'
  readonly fields: Readonly<Record<string, RuleField>>
  readonly fresh: Readonly<Record<string, unknown>>
  /** Whether each item has an id, which the form on screen makes. */
  readonly hasIds?: true
}

type Items<I> = Omit<ItemsField, 'fields'> & { readonly fields: FieldsOf<Omit<I, 'id'>> }

type KindOf<V> = V extends number
  ? { readonly kind: 'number' }
  : V extends boolean
    ? { readonly kind: 'flag' }
    : V extends readonly (infer I)[]
      ? Items<I>
      : string extends V
        ? { readonly kind: 'text' | 'ref' }
        : { readonly kind: 'option'; readonly options: Readonly<Record<V & string, string>> }

/** A field for each key of `T`: of the kind of its value, optional where the key is. */
type FieldsOf<T> = {
  readonly [K in keyof T]-?: RuleField &
    ([NonNullable<T[K]>] extends [boolean] ? { readonly kind: 'flag' } : KindOf<NonNullable<T[K]>>) &
    (undefined extends T[K] ? { readonly optional: true } : { readonly optional?: undefined })
}

/** The file shape of a value of the domain: points are decimals. */
export type FileShape<T> = T extends number
  ? number
  : T extends readonly (infer I)[]
    ? FileShape<I>[]
    : { -readonly [K in keyof T]: FileShape<T[K]> }

/** Words and file shape of a rule form (规则形式). */
export interface FormWords<R extends RuleCore> {
  readonly name: string
  /** Its name in workbooks, if different. */
  readonly bookName?: string
  /** Its own fields, in the order of the file and of the form on screen. */
  readonly fields: FieldsOf<Omit<R, keyof RuleCore | 'form'>>
  /** Describes what a rule does with its amounts. */
  readonly describe: (rule: FileShape<R>, names: SchemeNames) => string
}

/** Returns the field of an amount of points. */
export function amount(label: string): {
  readonly kind: 'number'
  readonly label: string
  readonly unit: '分'
} {
  return { kind: 'number', label, unit: '分' }
}

/** The fields of a list of levels (分档). */
export const levelItems = {
  kind: 'items',
  hasIds: true,
  fields: { name: { kind: 'text', label: '名称' }, points: amount('分值') },
  fresh: { name: '', points: null },
} as const

/** Describes the levels of a rule and their points. */
export function describeLevels(
  levels: readonly { readonly name: string; readonly points: number }[],
): string {
  return levels.map(level => `${level.name}${level.points}分`).join('，')
}
