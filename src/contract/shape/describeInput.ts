import type { z } from 'zod'
import type { ShapeFault } from './shapeFault.ts'
import { shapeFaultSentences } from './shapeFaultSentences.ts'
import type { FaultSentence } from '../scheme/faultSentence.ts'

/** Faults whose sentence says what is wrong with a value in plain words. */
const PLAIN = new Set<ShapeFault['code']>([
  'notWhole',
  'notThousandths',
  'belowLeast',
  'aboveMost',
  'textTooLong',
  'listTooLong',
  'moreFailedThanSat',
])

/** Faults of something that was left out. */
const MISSING = new Set<ShapeFault['code']>(['fieldMissing', 'citationMissing', 'textEmpty', 'listEmpty'])

/** Describes a fault of a request in a clerk's words: the label that the contract gives the field, never its name or path. A page whose fields the server does not know is out of date. */
export function describeInput(schema: z.ZodType, { code, path, values }: ShapeFault): string {
  const label = labelAt(schema, path)
  const what = label === undefined ? '有一项内容' : `“${label}”`
  if (code === 'fieldUnknown') return '页面与服务器的版本不一致，请刷新页面后再提交'
  if (MISSING.has(code)) return `${what}没有填写，请填写后再提交`
  if (code === 'notDay') return `${what}不是真实的日期，请重新填写`
  if (!PLAIN.has(code)) return `${what}不合要求，请重新填写，仍不行请刷新页面`
  const say = shapeFaultSentences[code] as (values: ShapeFault['values']) => FaultSentence
  const { wrong, remedy } = say(values as never)
  return `${what}${label === undefined ? '：' : ''}${wrong}，请${remedy}`
}

interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
}

/** Returns the label of the place, with its position in a list: `核查情况第2条的说明`; undefined where nothing on the way has one. */
function labelAt(schema: z.ZodType, path: ShapeFault['path']): string | undefined {
  let known = ''
  let places: readonly z.ZodType[] = [schema]
  for (const step of path) {
    places = places.flatMap(place => below(place, step))
    const said = places.map(describedAs).find(text => text !== undefined)
    if (typeof step === 'number' && known !== '') known = `${known}第${step + 1}条`
    else if (said !== undefined) known = known === '' ? said : `${known}的${said}`
  }
  return known === '' ? undefined : known
}

/** Reads the description of a schema, or of what it wraps. */
function describedAs(schema: z.ZodType): string | undefined {
  if (schema.description !== undefined) return schema.description
  const { innerType, in: inner } = definitionOf(schema)
  const wrapped = innerType ?? inner
  return wrapped === undefined ? undefined : describedAs(wrapped)
}

function below(schema: z.ZodType, step: string | number): readonly z.ZodType[] {
  const { type, innerType, in: inner, element, valueType, shape, options } = definitionOf(schema)
  const wrapped = innerType ?? inner
  if (wrapped !== undefined) return below(wrapped, step)
  if (type === 'union') return (options ?? []).flatMap(one => below(one, step))
  const next = type === 'array' ? element : type === 'record' ? valueType : shape?.[step]
  return next === undefined ? [] : [next]
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition
}
