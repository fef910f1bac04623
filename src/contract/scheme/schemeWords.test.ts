import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemeSchema } from './schemeSchema.ts'
import { isLabelled } from './fieldLabels.ts'
import { optionName } from './optionNames.ts'
import { topics } from './topics.ts'

interface Found {
  readonly keys: Set<string>
  readonly options: Set<string>
}

/** Every field of the format, and every word that a field may hold. */
function collect(schema: z.core.$ZodType, [around, key]: readonly [string, string], found: Found): void {
  if (schema instanceof z.ZodObject) {
    for (const [field, inner] of Object.entries(schema.shape)) {
      found.keys.add(field)
      collect(inner, [key, field], found)
    }
  } else if (schema instanceof z.ZodArray) collect(schema.element, [around, key], found)
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) collect(option, [around, key], found)
  else if (schema instanceof z.ZodRecord) collect(schema.valueType, [around, key], found)
  else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    collect(schema.unwrap(), [around, key], found)
  else if (schema instanceof z.ZodEnum)
    for (const option of schema.options) found.options.add(`${around}.${key}.${String(option)}`)
  else if (schema instanceof z.ZodLiteral) {
    for (const value of schema.values)
      if (typeof value === 'string' && key !== 'topic') found.options.add(`${around}.${key}.${value}`)
  }
}

const found: Found = { keys: new Set(), options: new Set() }
collect(schemeSchema, ['', ''], found)

test('every field of a scheme has a Chinese name', () => {
  expect(found.keys.size).toBeGreaterThan(100)
  expect([...found.keys].filter(key => !isLabelled(key))).toEqual([])
})

test('every word that a field may hold has a Chinese name', () => {
  const bare = [...found.options].filter(option => {
    const [around, key, value] = option.split('.') as [string, string, string]
    // The answer to a topic is told by the topic.
    if (key === 'answer')
      return !Object.values(topics).some(({ options }) => Object.hasOwn(options ?? {}, value))
    return optionName(key, value, around) === undefined
  })
  expect(found.options.size).toBeGreaterThan(60)
  expect(bare).toEqual([])
})
