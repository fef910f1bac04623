import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routes } from '../../src/contract/http/routes.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const guide = read('docs/tasks/run-on-postgresql-behind-nginx.md')

test('the guide switches off every log of the voters’ pages', () => {
  const [, block] = /location ~ (\S+) \{([^}]*)\}/.exec(guide)!.slice(0, 3)
  const body = /location ~ \S+ \{([^}]*)\}/.exec(guide)![1]!
  expect(body).toContain('access_log off;')
  expect(body).toContain('error_log /dev/null;')
  expect(body).not.toContain('X-Forwarded-For')
  const matches = new RegExp(block!)
  const traceless = Object.entries(routes).filter(([, route]) => 'traceless' in route)
  expect(traceless.map(([key]) => key.split(' ')[1]!).filter(path => !matches.test(path))).toEqual([])
  expect(traceless.length).toBeGreaterThan(4)
  expect(matches.test('/vote')).toBe(true)
  expect(matches.test('/api/years')).toBe(false)
})

test('the guide names every setting of PostgreSQL that the server looks at', () => {
  const looked = read('src/server/rooms/meetings/ballots/databaseRisks.store.ts')
  const names = [...looked.matchAll(/name: '(\w+)'/g)].map(found => found[1]!)
  expect(names.length).toBeGreaterThan(4)
  expect(names.filter(name => name !== 'shared_preload_libraries' && !guide.includes(`${name} = `))).toEqual(
    [],
  )
})

test('a route that admits anybody to vote leaves no trace: neither looked up nor logged', () => {
  const voting = Object.entries(routes).filter(([key]) => key.includes('/api/vote/'))
  expect(voting.length).toBeGreaterThan(4)
  for (const [key, route] of voting) {
    expect(route, key).toMatchObject({ admits: 'anyone', forAll: true, traceless: true })
  }
})
