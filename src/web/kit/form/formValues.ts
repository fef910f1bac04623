import type { ReactNode } from 'react'
import type { ChoiceField, Field } from '../../../contract/shape/field.ts'
import { visible } from '../../../domain/kernel/comparable.ts'
import { printDay } from '../printDay.ts'

/** An input that a page shows in its own way. */
interface OwnField<T> {
  readonly kind: 'own'
  readonly label?: string
  readonly hint?: string
  readonly optional?: true
  readonly start: T
  /** Returns what is missing. */
  wrong?(value: T): string | undefined
  print?(value: T): string
  show(control: { readonly id: string; readonly value: T; onChange(value: T): void }): ReactNode
}

/** Creates a field that a page shows in its own way. */
export function ownField<T>(field: Omit<OwnField<T>, 'kind'>): OwnField<T> {
  return { kind: 'own', ...field }
}

type AnyOwn = OwnField<unknown>

/** The fields of a form, by name and in order. */
export type Fields = Readonly<Record<string, Field | AnyOwn>>

/** Value of a field while it is filled in. */
type ValueOf<F> =
  F extends OwnField<infer T>
    ? T
    : F extends { readonly kind: 'flag' }
      ? boolean
      : F extends { readonly kind: 'number' }
        ? number | undefined
        : F extends { readonly kind: 'choices' | 'names' }
          ? readonly string[]
          : F extends { readonly kind: 'choice'; readonly options: readonly { readonly value: infer V }[] }
            ? V | ''
            : string

/** Values of a form while it is filled in. */
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** Kinds that are left out when they are blank and optional. */
const MAY_LACK = ['number', 'day', 'time', 'choice', 'unit'] as const

type MayLack<F> = F extends {
  readonly kind: (typeof MAY_LACK)[number]
  readonly optional: true
}
  ? true
  : false

type FilledOf<F> = F extends { readonly kind: 'choices' | 'names' }
  ? string[]
  : F extends { readonly kind: 'number' }
    ? number
    : F extends { readonly kind: 'choice' }
      ? Exclude<ValueOf<F>, ''>
      : ValueOf<F>

/** Values that a form sends: text without blanks around it and without signs that nobody sees, and optional blank fields are left out. */
export type SentOf<F extends Fields> = {
  [K in keyof F as MayLack<F[K]> extends true ? never : K]: FilledOf<F[K]>
} & { [K in keyof F as MayLack<F[K]> extends true ? K : never]?: FilledOf<F[K]> }

/** Returns the initial value of a field. */
function blankOf(field: Field | AnyOwn): unknown {
  switch (field.kind) {
    case 'own':
      return field.start
    case 'flag':
      return false
    case 'number':
      return undefined
    case 'choices':
    case 'names':
      return []
    default:
      return ''
  }
}

/** Returns the values of an empty form. */
export function blankValues<F extends Fields>(fields: F): ValuesOf<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, blankOf(field)]),
  ) as ValuesOf<F>
}

/** Returns what is wrong with the value of a field, if anything. */
export function faultOf(field: Field | AnyOwn, value: unknown): string | undefined {
  if (field.kind === 'own') return field.wrong?.(value)
  if (!isBlank(value))
    return field.kind === 'number' ? limitFault(field, Number(value)) : excessOf(field, value)
  if (field.optional || field.kind === 'flag') return undefined
  const isWritten = field.kind === 'text' || field.kind === 'number' || field.kind === 'names'
  return field.lacks ?? `请${isWritten ? '填写' : '选择'}${field.label}。`
}

function limitFault(
  { label, min, max, step }: { label: string; min: number; max: number; step?: number },
  value: number,
) {
  if (value < min || value > max) return `${label}应在${min}到${max}之间。`
  return step === undefined && !Number.isInteger(value) ? `${label}应为整数。` : undefined
}

/** Returns by how much a text is too long, if it is. */
export function excessOf(field: Field | AnyOwn, value: unknown): string | undefined {
  if (field.kind !== 'text') return undefined
  const { length } = visible(String(value))
  return length > field.max
    ? `${field.label}最多${field.max}字，现有${length}字，请删去${length - field.max}字。`
    : undefined
}

/** What to type where a text cannot be read as the value of a field. */
const READABLE = {
  number: '数字，请填数字。',
  day: '日期，请照“2018-12-21”的样子填。',
  time: '时间，请照“9:30”的样子填。',
} as const

/** Returns what is wrong with a text that cannot be read as the value of a field, if there is one. */
export function unreadFault(field: Field | AnyOwn, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined
  return field.kind === 'number' || field.kind === 'day' || field.kind === 'time'
    ? `“${typed}”不是${READABLE[field.kind]}`
    : undefined
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return visible(value) === ''
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/** Returns the values to send. */
export function sentOf<F extends Fields>(fields: F, values: ValuesOf<F>): SentOf<F> {
  const sent = Object.entries(fields).flatMap(([key, field]) => {
    const value: unknown = values[key]
    const mayLack = field.optional && MAY_LACK.some(kind => kind === field.kind)
    if (mayLack && isBlank(value)) return []
    return [[key, typeof value === 'string' ? visible(value) : Array.isArray(value) ? [...value] : value]]
  })
  return Object.fromEntries(sent) as SentOf<F>
}

/** Prints the value of a field, for comparison with what somebody else saved. */
export function printValue(field: Field | AnyOwn, value: unknown): string {
  if (field.kind === 'own') return field.print?.(value) ?? ''
  if (isBlank(value)) return field.kind === 'choice' || field.kind === 'unit' ? (field.none ?? '无') : '无'
  switch (field.kind) {
    case 'day':
      return printDay(String(value))
    case 'flag':
      return value === true ? '是' : '否'
    case 'choice':
      return optionOf(field, value)?.label ?? String(value)
    case 'choices':
      return (value as readonly string[])
        .map(one => field.options.find(option => option.value === one)?.label ?? '')
        .join('、')
    case 'names':
      return (value as readonly string[]).join('、')
    case 'unit':
      return field.units.find(unit => unit.id === value)?.name ?? String(value)
    case 'number':
      return `${Number(value)}${field.unit ?? ''}`
    default:
      return String(value)
  }
}

/** Finds the option with a value. */
export function optionOf(field: ChoiceField, value: unknown) {
  return field.options.find(option => String(option.value) === String(value))
}
