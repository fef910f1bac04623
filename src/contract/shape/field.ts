import { printQuarter } from '../../domain/kernel/calendar.ts'

/** Words of an input, shared by its form, its schema and the message when it is missing. */
interface Words {
  readonly label: string
  readonly hint?: string
  readonly optional?: true
  /** Message when it is missing, if “请填写…” or “请选择…” with the label does not fit. */
  readonly lacks?: string
  /** Whether it is read-only. */
  readonly fixed?: boolean
}

/** A text field of one or several lines. */
interface TextField extends Words {
  readonly kind: 'text'
  readonly max: number
  /** Initial height in lines; grows with the text. */
  readonly lines?: number
  readonly placeholder?: string
  /** Suggestions offered while typing. */
  readonly words?: readonly string[]
  readonly focus?: true
  /** Marks a code, which browsers should not translate. */
  readonly code?: true
  /** Whether phones offer figures only. */
  readonly figures?: true
  /** Keeps its height in lines and scrolls instead of growing. */
  readonly scrolls?: true
}

/** A number field with its limits. */
interface NumberField extends Words {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  /** Step of the arrows; without it the number is whole. */
  readonly step?: number
  readonly unit?: string
}

/** A day field. */
interface DayField extends Words {
  readonly kind: 'day'
  readonly until?: string | undefined
  /** Day at which the calendar opens. */
  readonly around?: string | undefined
}

/** A field for a time of day. */
interface TimeField extends Words {
  readonly kind: 'time'
}

/** A value with its name. */
interface Option<V = string | number | boolean> {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
  readonly title?: string
}

/** A choice of one option: from a list, a searchable list or buttons. */
export interface ChoiceField<V = string | number | boolean> extends Words {
  readonly kind: 'choice'
  readonly options: readonly Option<V>[]
  /** `bare` buttons are shown without their label, `lines` one below the other. */
  readonly look?: 'search' | 'radio' | 'bare' | 'lines'
  /** Text for choosing none. */
  readonly none?: string | undefined
  /** Text shown if there is nothing to choose from. */
  readonly empty?: string
}

/** A choice of several options. */
interface ChoicesField extends Words {
  readonly kind: 'choices'
  /** `boxes` shows all options at once, each with its box. */
  readonly look?: 'boxes'
  readonly options: readonly Option<string>[]
  readonly max?: number
  readonly placeholder?: string
  readonly empty?: string
}

/** A field for several typed names. */
interface NamesField extends Words {
  readonly kind: 'names'
  readonly max: number
}

/** A field for a unit of the roster. */
interface UnitField extends Words {
  readonly kind: 'unit'
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly none?: string
}

/** A checkbox. */
interface FlagField extends Words {
  readonly kind: 'flag'
}

/** One input of a form. */
export type Field =
  | TextField
  | NumberField
  | DayField
  | TimeField
  | ChoiceField
  | ChoicesField
  | NamesField
  | UnitField
  | FlagField

type More<F extends Field> = Omit<F, 'kind' | 'label'>

/** Makes a text field. */
export function textField<const M extends More<TextField>>(label: string, more: M) {
  return { kind: 'text', label, ...more } as const
}

/** Makes a number field. */
export function numberField<const M extends More<NumberField>>(label: string, more: M) {
  return { kind: 'number', label, ...more } as const
}

/** Makes a day field. */
export function dayField<const M extends More<DayField>>(label: string, more: M = {} as M) {
  return { kind: 'day', label, ...more } as const
}

/** Makes a field for a time of day. */
export function timeField<const M extends More<TimeField>>(label: string, more: M = {} as M) {
  return { kind: 'time', label, ...more } as const
}

/** Makes a choice of one of several values. */
export function choiceField<const V extends string | number | boolean, const M extends More<ChoiceField<V>>>(
  label: string,
  more: M & { readonly options: readonly Option<V>[] },
) {
  return { kind: 'choice', label, ...more } as const
}

/** Makes a choice of several values. */
export function choicesField<const M extends More<ChoicesField>>(label: string, more: M) {
  return { kind: 'choices', label, ...more } as const
}

/** Makes a unit field. */
export function unitField<const M extends More<UnitField>>(label: string, more: M) {
  return { kind: 'unit', label, ...more } as const
}

/** Makes a field for several names. */
export function namesField<const M extends More<NamesField>>(label: string, more: M) {
  return { kind: 'names', label, ...more } as const
}

/** Makes a checkbox. */
export function flagField(label: string) {
  return { kind: 'flag', label } as const
}

/** Makes the field for a reason that an action requires and the trail keeps. */
export function reasonField(label: string, more: Partial<More<TextField>> = {}): TextField {
  return { kind: 'text', label, max: 2000, lines: 3, lacks: `请写明${label}。`, ...more }
}

/** Makes the field for a reason, with the hint that the trail keeps it. */
export function tracedReasonField(label: string, more: Partial<More<TextField>> = {}): TextField {
  return reasonField(label, { hint: '写明的内容记入留痕。', ...more })
}

/** Options that only the page knows. */
export const openOptions: readonly Option<string>[] = []

/** The quarters of a year as options. */
export const quarterOptions = ([1, 2, 3, 4] as const).map(value => ({ value, label: printQuarter(value) }))
