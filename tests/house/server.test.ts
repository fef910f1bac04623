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

test('the platform knows no room', () => {
  expect(server.filter(file => file.path.startsWith('src/server/platform/')).length).toBeGreaterThan(20)
  expect(arrows(server, /^src\/server\/platform\//, /^src\/server\/(?!platform\/)/)).toEqual([])
})

test('routes ask use cases and stores, never a table', () => {
  expect(arrows(server, /\.routes\.ts$/, /\.tables\.ts$/)).toEqual([])
})

test('every route is admitted by a sentence of the access table, or says that it needs none', () => {
  const actions = new Set(accessTable.map(sentence => sentence.action))
  const wrong = Object.entries(routes).filter(
    ([, { admits }]) => Object.hasOwn(actionNames, admits) && !actions.has(admits as Action),
  )
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('the browser gets no schema: the web takes only types from the routes', () => {
  const loads = web.flatMap(file =>
    [...readText(file.path).matchAll(/^import (?!type )([^\n]*) from '[^']*contract\/http\/[^']*'/gm)]
      .filter(found => !/^\{( *type [^,}]+,?)+ *\}$/.test(found[1]!))
      .map(found => `${file.path}: ${found[0]}`),
  )
  expect(loads).toEqual([])
  expect(arrows(web, /./, /^zod/)).toEqual([])
})

test('the web knows no Node: its tests do, and are checked together with it', () => {
  const web = sourceFiles(['src/web'])
  expect(
    web.filter(file => file.imports.some(path => path.startsWith('node:'))).map(file => file.path),
  ).toEqual([])
  const named = web.filter(file => /\bprocess\.|\bBuffer\b|\bNodeJS\.|\bsetImmediate\b/.test(file.text))
  expect(named.map(file => file.path)).toEqual([])
})

test('only main reads the clock and the dice', () => {
  const elsewhere = server.filter(file => file.path !== 'src/server/main.ts')
  expect(elsewhere.filter(file => /\bMath\.random\(/.test(file.text)).map(file => file.path)).toEqual([])
})
