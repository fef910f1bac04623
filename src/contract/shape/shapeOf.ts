import { z } from 'zod'
import type { Field } from './field.ts'
import { daySchema, timeSchema } from './fieldSchemas.ts'
import { typedText } from './typedText.ts'

type Optional<F, S extends z.ZodType> = F extends { readonly optional: true } ? z.ZodOptional<S> : S

type SchemaOf<F> = F extends { readonly kind: 'text' }
  ? F extends { readonly optional: true }
    ? z.ZodDefault<z.ZodString>
    : z.ZodString
  : F extends { readonly kind: 'number' }
    ? Optional<F, z.ZodInt>
    : F extends { readonly kind: 'day' }
      ? Optional<F, typeof daySchema>
      : F extends { readonly kind: 'time' }
        ? Optional<F, typeof timeSchema>
        : F extends {
              readonly kind: 'choice'
              readonly options: readonly { readonly value: infer V extends string | number | boolean }[]
            }
          ? Optional<F, z.ZodLiteral<V>>
          : F extends { readonly kind: 'unit' }
            ? Optional<F, z.ZodString>
            : F extends { readonly kind: 'names' }
              ? z.ZodArray<z.ZodString>
              : z.ZodBoolean

/** Makes the schemas of a body from its fields, so that the server accepts exactly what the form allows, under the same words. */
export function shapeOf<const F extends Readonly<Record<string, Field>>>(
  fields: F,
): { readonly [K in keyof F]: SchemaOf<F[K]> } {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, withWords(field, schemaOf(field))]),
  ) as unknown as { readonly [K in keyof F]: SchemaOf<F[K]> }
}

function withWords({ label, optional, kind }: Field, schema: z.ZodType): z.ZodType {
  const said = schema.describe(label)
  if (optional !== true) return said
  return kind === 'text' ? said.default('') : z.optional(said)
}

function schemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text': {
      const text = typedText().max(field.max)
      return field.optional ? text : text.min(1)
    }
    case 'number':
      return (field.step === undefined ? z.int() : z.number()).min(field.min).max(field.max)
    case 'day':
      return daySchema
    case 'time':
      return timeSchema
    case 'choice':
      return z.literal(field.options.map(({ value }) => value))
    case 'unit':
      return typedText().min(1).max(100)
    case 'names':
      return z.array(typedText().min(1).max(100)).max(field.max)
    default:
      return z.boolean()
  }
}
