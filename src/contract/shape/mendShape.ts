import { z } from 'zod'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'

/** A mended value: it has the schema's output shape throughout, and lists the places where a stand-in replaces a broken value. */
interface Mended<T> {
  readonly value: T
  readonly broken: readonly FaultPath[]
}

/**
 * Mends a value: puts a stand-in where a value is missing or malformed and keeps everything else in
 * place, so that the rest can still be checked. Drops unknown fields. An unreadable list element keeps
 * its place.
 */
export function mendShape<S extends z.ZodType>(schema: S, raw: unknown): Mended<z.output<S>> {
  const broken: FaultPath[] = []
  return { value: mend(schema, raw, [], broken) as z.output<S>, broken }
}

function mend(schema: z.core.$ZodType, raw: unknown, path: FaultPath, broken: FaultPath[]): unknown {
  const inner = inside(schema)
  if (inner !== undefined && raw !== undefined && raw !== null) return mend(inner, raw, path, broken)
  if (schema instanceof z.ZodObject && isFields(raw)) return mendFields(schema, raw, path, broken)
  if (schema instanceof z.ZodArray && Array.isArray(raw) && raw.length > 0) {
    return raw.map((item, at) => mend(schema.element, item, [...path, at], broken))
  }
  if (schema instanceof z.ZodRecord && isFields(raw)) {
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, mend(schema.valueType, value, [...path, key], broken)]),
    )
  }
  const option =
    schema instanceof z.ZodDiscriminatedUnion && isFields(raw) ? matching(schema, raw) : undefined
  if (option !== undefined) return mend(option, raw, path, broken)
  const whole = z.safeParse(schema, raw)
  if (whole.success) return whole.data
  broken.push(path)
  return standIn(schema)
}

function mendFields(
  schema: z.ZodObject,
  raw: Readonly<Record<string, unknown>>,
  path: FaultPath,
  broken: FaultPath[],
): unknown {
  const value: Record<string, unknown> = {}
  const hasUnknown = Object.keys(raw).some(key => !Object.hasOwn(schema.shape, key))
  for (const [key, field] of Object.entries(schema.shape)) {
    const isGiven = Object.hasOwn(raw, key) && raw[key] !== undefined
    // A field that may be left out may also be the one that an unknown field was meant to be.
    if (!isGiven && hasUnknown) broken.push([...path, key])
    if (!isGiven && isOptional(field)) continue
    value[key] = mend(field, isGiven ? raw[key] : undefined, [...path, key], broken)
  }
  return value
}

function isOptional(field: z.core.$ZodType): boolean {
  return field instanceof z.ZodOptional
}

/** Returns the schema inside an optional, defaulted or nullable one. */
function inside(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return schema.unwrap()
  return undefined
}

function matching(
  schema: z.ZodDiscriminatedUnion,
  raw: Readonly<Record<string, unknown>>,
): z.core.$ZodType | undefined {
  const { discriminator } = schema.def
  return schema.options.find(option => {
    const named = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
    return named instanceof z.ZodLiteral && named.values.has(raw[discriminator] as z.core.util.Literal)
  })
}

function isFields(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}

/** Returns a stand-in: any value of the right shape. Its content does not matter, as nothing read from a broken place is reported. */
function standIn(schema: z.core.$ZodType): unknown {
  const inner = inside(schema)
  if (inner !== undefined) return standIn(inner)
  if (schema instanceof z.ZodObject) {
    const required = Object.entries(schema.shape).filter(([, field]) => !isOptional(field))
    return Object.fromEntries(required.map(([key, field]) => [key, standIn(field)]))
  }
  if (schema instanceof z.ZodUnion) return standIn(schema.options[0]!)
  if (schema instanceof z.ZodArray) return []
  if (schema instanceof z.ZodRecord) return {}
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodString) return ''
  if (schema instanceof z.ZodBoolean) return false
  return 0
}
