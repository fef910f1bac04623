import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

/** What the schemas look like as JSON Schema. */
interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
  readonly maxItems?: number
  readonly maxLength?: number
  readonly maximum?: number
}

const bodies = (Object.entries(routes) as readonly (readonly [string, Route])[]).flatMap(([key, route]) =>
  route.body === undefined
    ? []
    : [{ key, route, shape: z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Shape }],
)

test('a body that its lists and texts may make larger than 100 kB names its limit', () => {
  const silent = bodies.filter(
    ({ route, shape }) => route.bodyKilobytes === undefined && most(shape) > 100_000,
  )
  expect(silent.map(({ key }) => key)).toEqual([])
})

test('a route for people not signed in takes 100 kB at most; signing in takes 4', () => {
  const open = bodies.filter(({ route }) => route.admits === 'anyone')
  expect(open.filter(({ route }) => (route.bodyKilobytes ?? 100) > 100)).toEqual([])
  expect(routes['POST /api/session/sign-in'].bodyKilobytes).toBe(4)
})

test('a revision is at most what a database integer holds, in every body', () => {
  const wild = bodies.filter(({ shape }) =>
    revisionsOf(shape).some(({ maximum = Infinity }) => maximum > 2 ** 31 - 1),
  )
  expect(wild.map(({ key }) => key)).toEqual([])
})

function choicesOf({ anyOf, oneOf, allOf }: Shape): readonly Shape[] {
  return anyOf ?? oneOf ?? allOf ?? []
}

/** About how many bytes a value may take; a list or text without limit counts as short, since the route has more to say of it. */
function most(shape: Shape): number {
  const choices = choicesOf(shape)
  if (choices.length > 0) return Math.max(...choices.map(most))
  if (shape.type === 'array') return (shape.maxItems ?? 50) * (most(shape.items ?? {}) + 1)
  if (shape.type === 'string') return 2 + 3 * (shape.maxLength ?? 20)
  return Object.entries(shape.properties ?? {}).reduce(
    (sum, [name, field]) => sum + name.length + 4 + most(field),
    20,
  )
}

function revisionsOf(shape: Shape): readonly Shape[] {
  const below = [...choicesOf(shape), ...(shape.items === undefined ? [] : [shape.items])]
  const fields = Object.entries(shape.properties ?? {})
  return [
    ...fields.filter(([name]) => name === 'revision').map(([, field]) => field),
    ...[...below, ...fields.map(([, field]) => field)].flatMap(revisionsOf),
  ]
}
