/** Holds the words of any input, once for its form, its schema and what is said when it is missing. */
interface Words {
  readonly label: string
  readonly hint?: string
  readonly optional?: true
  /** what is said when it is missing, where “请填写…” or “请选择…” with the label does not do. */
  readonly lacks?: string
  /** shown, and not to be changed. */
  readonly fixed?: boolean
}

/** Describes a line of text, or several lines. */
export interface TextField extends Words {
  readonly kind: 'text'
  readonly max: number
  /** so many lines high, and higher with what is written. */
  readonly lines?: number
  readonly placeholder?: string
  /** offered while it is typed. */
  readonly words?: readonly string[]
  readonly focus?: true
  /** a code, which no browser should translate. */
  readonly code?: true
}

/** Describes a number with its limits. */
export interface NumberField extends Words {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  /** how far an arrow goes; a number without it is whole. */
  readonly step?: number
  readonly unit?: string
}

/** Describes a day. */
export interface DayField extends Words {
  readonly kind: 'day'
  readonly until?: string | undefined
  /** where the calendar opens. */
  readonly around?: string | undefined
}

/** Offers a value under a name. */
export interface Option<V = string | number | boolean> {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
  readonly title?: string
}

/** Describes a choice of one: from a list, from one that is searched, or from buttons. */
export interface ChoiceField<V = string | number | boolean> extends Words {
  readonly kind: 'choice'
  readonly options: readonly Option<V>[]
  /** `bare` buttons stand without their label, `lines` one below the other. */
  readonly look?: 'search' | 'radio' | 'bare' | 'lines'
  /** said for choosing none. */
  readonly none?: string | undefined
  /** said where there is nothing to choose. */
  readonly empty?: string
}

/** Describes a choice of several. */
export interface ChoicesField extends Words {
  readonly kind: 'choices'
  readonly options: readonly Option<string>[]
  readonly max?: number
  readonly placeholder?: string
  readonly empty?: string
}

/** Describes several names that are typed. */
export interface NamesField extends Words {
  readonly kind: 'names'
  readonly max: number
}

/** Describes a unit of the roster. */
export interface UnitField extends Words {
  readonly kind: 'unit'
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly none?: string
}

/** Describes a box to tick. */
export interface FlagField extends Words {
  readonly kind: 'flag'
}

/** Describes one input. */
export type Field =
  | TextField
  | NumberField
  | DayField
  | ChoiceField
  | ChoicesField
  | NamesField
  | UnitField
  | FlagField

type More<F extends Field> = Omit<F, 'kind' | 'label'>

/** Makes a field of text. */
export function textField<const M extends More<TextField>>(label: string, more: M) {
  return { kind: 'text', label, ...more } as const
}

/** Makes a field of a number. */
export function numberField<const M extends More<NumberField>>(label: string, more: M) {
  return { kind: 'number', label, ...more } as const
}

/** Makes a field of a day. */
export function dayField<const M extends More<DayField>>(label: string, more: M = {} as M) {
  return { kind: 'day', label, ...more } as const
}

/** Makes a field of one of several values. */
export function choiceField<const V extends string | number | boolean, const M extends More<ChoiceField<V>>>(
  label: string,
  more: M & { readonly options: readonly Option<V>[] },
) {
  return { kind: 'choice', label, ...more } as const
}

/** Makes a field of some of several values. */
export function choicesField<const M extends More<ChoicesField>>(label: string, more: M) {
  return { kind: 'choices', label, ...more } as const
}

/** Makes a field of a unit. */
export function unitField<const M extends More<UnitField>>(label: string, more: M) {
  return { kind: 'unit', label, ...more } as const
}

/** Makes a box to tick. */
export function flagField(label: string) {
  return { kind: 'flag', label } as const
}

/** Makes the reason that an act demands and the trail keeps. */
export function reasonField(label: string, more: Partial<More<TextField>> = {}): TextField {
  return { kind: 'text', label, max: 2000, lines: 3, lacks: `请写明${label}。`, ...more }
}

/** Lists the quarters of a year to choose from. */
export const quarterOptions = ([1, 2, 3, 4] as const).map(value => ({ value, label: `第${value}季度` }))
