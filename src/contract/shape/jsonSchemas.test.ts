import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas } from './jsonSchemas.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'schemas')

test('the published formats match those that the program reads (otherwise: npm run schemas)', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...jsonSchemas().keys()].toSorted())
  for (const [name, text] of jsonSchemas()) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text)
})

test('each format is draft 2020-12, has a URN as its id, and describes every field in Chinese', () => {
  for (const [name, text] of jsonSchemas()) {
    const schema = JSON.parse(text) as { readonly $schema: string; readonly $id: string }
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.$id).toBe(`urn:hengping:${name.split('.')[0]}:1`)
    expect(undescribed(schema, name)).toEqual([])
  }
})

/** Fields without a Chinese description of their own or of what they refer to. */
function undescribed(node: unknown, path: string): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  const { properties } = node as {
    readonly properties?: Readonly<Record<string, { readonly description?: string }>>
  }
  const missing = Object.entries(properties ?? {}).filter(
    ([, field]) => !/[\u4e00-\u9fff]/.test(field.description ?? ''),
  )
  return [
    ...missing.map(([key]) => `${path}.${key}`),
    ...Object.entries(node).flatMap(([key, inner]) => undescribed(inner, `${path}.${key}`)),
  ]
}
