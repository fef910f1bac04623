import { expect, test } from 'vitest'
import { type Action, actionNames } from '../../src/contract/access/actions.ts'
import { routes } from '../../src/contract/http/routes.ts'
import { accessTable } from '../../src/server/platform/access/accessTable.ts'
import { readText, sourceFiles } from './sourceFiles.ts'

const server = sourceFiles(['src/server'])
const web = sourceFiles(['src/web'])

function arrows(files: typeof server, from: RegExp, to: RegExp): readonly string[] {
  return files
    .filter(file => from.test(file.path))
    .flatMap(file => file.imports.filter(path => to.test(path)).map(path => `${file.path} → ${path}`))
}

/** The server's tiers, lowest first: what stands in one imports from those before it, and from itself, never from its neighbours. */
const TIERS: readonly (readonly string[])[] = [
  ['platform'],
  ['office/installation', 'office/scheme', 'office/files'],
  ['office/roster'],
  ['office/accounts', 'office/audit'],
  ['year'],
  ['office/intake', 'rooms/results', 'rooms/draw', 'rooms/ledger', 'rooms/rounds'],
  [
    'rooms/caseFile',
    'rooms/consequences',
    'rooms/knowledge',
    'rooms/meetings',
    'rooms/routine',
    'rooms/sheets',
    'rooms/survey',
  ],
  ['rooms/rectify', 'rooms/reports'],
  ['rooms/reports'],
  ['rooms/leadDuty', 'rooms/publish'],
  ['rooms/documents'],
  ['main and wiring'],
]

function placeOf(path: string): string {
  const [, place] = /^src\/server\/((?:office|rooms)\/\w+|platform|year)\//.exec(path) ?? []
  return place ?? 'main and wiring'
}

test('rooms of the server are in tiers and import only from lower ones', () => {
  const tierOf = new Map(TIERS.flatMap((places, tier) => places.map(place => [place, tier] as const)))
  expect([...new Set(server.map(file => placeOf(file.path)))].toSorted()).toEqual(
    [...tierOf.keys()].toSorted(),
  )
  const upwards = server.flatMap(({ path, imports }) =>
    imports
      .filter(to => to.startsWith('src/server/') && placeOf(to) !== placeOf(path))
      .filter(to => tierOf.get(placeOf(to))! >= tierOf.get(placeOf(path))!)
      .map(to => `${path} → ${to}`),
  )
  expect(upwards).toEqual([])
})

/** May know tables beside stores: the way to write itself, and accounts, whose tables a library lays down. */
const OWN_TABLES = ['platform/change', 'office/accounts']

test('only stores import tables; demo data may write them', () => {
  const wrong = server
    .filter(({ path }) => !/\.(store|tables)\.ts$|\/seed\w+\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type )([^']*?) from '(\.[^']*\.tables\.ts)'/gm)]
        .filter(([, names]) => !/^\{(\s*type \w+,?)+\s*\}$/.test(names!))
        .filter(
          ([, , to]) =>
            !to!.startsWith('./') || !OWN_TABLES.some(own => path.startsWith(`src/server/${own}/`)),
        )
        .map(([, , to]) => `${path} → ${to}`),
    )
  expect(wrong).toEqual([])
})

test('every route is admitted by a sentence of the access table, or declares that it needs none', () => {
  const actions = new Set(accessTable.map(sentence => sentence.action))
  const wrong = Object.entries(routes).filter(
    ([, { admits }]) => Object.hasOwn(actionNames, admits) && !actions.has(admits as Action),
  )
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('the browser receives no schema: the web imports only types from the routes', () => {
  const loads = web.flatMap(file =>
    [...readText(file.path).matchAll(/^import (?!type )([^\n]*) from '[^']*contract\/http\/[^']*'/gm)]
      .filter(found => !/^\{( *type [^,}]+,?)+ *\}$/.test(found[1]!))
      .map(found => `${file.path}: ${found[0]}`),
  )
  expect(loads).toEqual([])
  expect(arrows(web, /./, /^zod/)).toEqual([])
})

test('the web does not use Node; its tests do, and are type-checked together with it', () => {
  const web = sourceFiles(['src/web'])
  expect(
    web.filter(file => file.imports.some(path => path.startsWith('node:'))).map(file => file.path),
  ).toEqual([])
  const named = web.filter(file => /\bprocess\.|\bBuffer\b|\bNodeJS\.|\bsetImmediate\b/.test(file.text))
  expect(named.map(file => file.path)).toEqual([])
})
