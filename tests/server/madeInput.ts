import fc from 'fast-check'
import { z } from 'zod'

/** What the schemas of the contract look like as JSON Schema. */
interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly additionalProperties?: Shape | boolean
}

/** Values that no field expects, or that break what is careless. */
export const nasty: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  0.5,
  1e21,
  -0.0001,
  Number.MAX_SAFE_INTEGER,
  2 ** 31,
  -(2 ** 31) - 1,
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '好\udc00',
  '../../etc/passwd',
  '..\\..\\x',
  '=1+1',
  "'; drop table account; --",
  '<script>alert(1)</script>',
  '%s%n',
  '长'.repeat(3000),
  '{"a":1}',
  '__proto__',
  [],
  {},
  [[[[[[]]]]]],
  { __proto__x: 1, constructor: { prototype: 1 } },
  '2018-02-30',
  '9999-12-31',
  '٣',
  '1e5',
)

/** Inputs in the shape of a schema, most of them with something wrong in one place. `known` are texts that mean something here: ids, names, days. */
export function inputFor(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  const right = shaped(root, root, fc.constantFrom(...known), 4)
  return fc.oneof(
    { arbitrary: right, weight: 3 },
    { arbitrary: fc.tuple(right, fc.nat(), nasty, fc.nat(3)).map(spoil), weight: 6 },
    { arbitrary: nasty, weight: 1 },
  )
}

function shaped(
  shape: Shape,
  root: Shape,
  known: fc.Arbitrary<string>,
  depth: number,
): fc.Arbitrary<unknown> {
  if (shape.$ref !== undefined) {
    const name = shape.$ref.split('/').at(-1)!
    return depth === 0
      ? fc.constant(null)
      : shaped(shape.$ref === '#' ? root : root.$defs![name]!, root, known, depth - 1)
  }
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum)
  const choices = shape.anyOf ?? shape.oneOf ?? shape.allOf
  if (choices !== undefined) return fc.oneof(...choices.map(choice => shaped(choice, root, known, depth)))
  const type = Array.isArray(shape.type) ? (shape.type as readonly string[])[0] : shape.type
  if (type === 'object') return depth === 0 ? fc.constant({}) : objectOf(shape, root, known, depth - 1)
  if (type === 'array')
    return depth === 0
      ? fc.constant([])
      : fc.array(shaped(shape.items ?? {}, root, known, depth - 1), { maxLength: 2 })
  if (type === 'integer' || type === 'number') return numberOf(shape)
  if (type === 'boolean') return fc.boolean()
  if (type === 'string')
    return shape.format === 'uuid' ? fc.uuid() : fc.oneof(known, fc.string({ maxLength: 12 }))
  return fc.oneof(known, nasty)
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Shape,
  root: Shape,
  known: fc.Arbitrary<string>,
  depth: number,
): fc.Arbitrary<unknown> {
  if (Object.keys(properties).length === 0 && typeof additionalProperties === 'object') {
    return fc.dictionary(fc.string({ maxLength: 8 }), shaped(additionalProperties, root, known, depth), {
      maxKeys: 2,
    })
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, shaped(field, root, known, depth)]),
  )
  return fc.record(fields, { requiredKeys: required.filter(name => Object.hasOwn(properties, name)) })
}

function numberOf({ type, minimum = -5, maximum = 3000 }: Shape): fc.Arbitrary<number> {
  const [min, max] = [Math.max(minimum, -1e6), Math.min(maximum, 1e6)]
  return type === 'integer'
    ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
    : fc.integer({ min: Math.ceil(min), max: Math.floor(max) }).map(number => number + 0.5)
}

/** One place of a value made wrong: another value, a field more, a field less, or the whole. */
function spoil([value, where, wrong, how]: readonly [unknown, number, unknown, number]): unknown {
  const places = placesOf(value)
  const place = places[where % Math.max(1, places.length)]
  if (place === undefined) return wrong
  const copy = structuredClone(value)
  let at = copy as Record<string, unknown>
  for (const step of place.slice(0, -1)) at = at[step] as Record<string, unknown>
  const last = place.at(-1)!
  if (how === 0) delete at[last]
  else if (how === 1) at['unknownField'] = wrong
  else at[last] = wrong
  return copy
}

function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path]
  const below = Object.entries(value).flatMap(([name, field]) => placesOf(field, [...path, name]))
  return path.length === 0 ? below : [path, ...below]
}
