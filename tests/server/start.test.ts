import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings, SettingsRefused } from '../../src/server/readSettings.ts'
import { startServer } from '../../src/server/startServer.ts'
import { layDatabase } from './layDatabase.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengping-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the start prints only sign-ins that exist, also where no unit has a lead unit', async () => {
  const said: string[] = []
  await layDatabase(join(folder, 'few/database'), 'migrated')
  const settings = readSettings(
    ['--data', join(folder, 'few'), '--port', '0', '--units', '20', '--public-port', '0'],
    {},
  )!
  const server = await startServer(settings, {
    now: () => new Date(),
    newId: randomUUID,
    env: {},
    say: text => void said.push(text),
    log: () => {},
  })
  try {
    const printed = said.flatMap(line => /^ {2}(\w+) /.exec(line)?.[1] ?? [])
    expect(printed).toContain('kaohe')
    const site = said.flatMap(line => /^公示页另在 (\S+)\/public，/.exec(line)?.[1] ?? [])[0]!
    expect((await fetch(`${site}/public`)).status).toBe(200)
    expect((await fetch(`${site}/api/session`)).status).toBe(404)
    for (const username of printed) {
      const answer = await fetch(`${server.address}/api/session/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'Yanshi-2018' }),
      })
      expect([username, answer.status]).toEqual([username, 200])
    }
  } finally {
    await server.stop()
  }
})

test('the public site: its port, its own database role only with both, its address without a path', () => {
  const read = (args: string[], env = {}) => readSettings(args, env)!
  const [address, url] = ['HENGPING_PUBLIC_ADDRESS', 'HENGPING_PUBLIC_DATABASE_URL']
  expect(read([], {})).toMatchObject({ publicSite: undefined, publicAddress: undefined })
  expect(read([], { [address]: 'https://gs.gov.cn/' }).publicAddress).toBe('https://gs.gov.cn')
  const whole = { [url]: 'postgres://site@db/h', DATABASE_URL: 'postgres://app@db/h' }
  expect(read(['--public-port', '8080'], whole).publicSite).toEqual({ port: 8080, databaseUrl: whole[url] })
  expect(() => read([], whole)).toThrow(SettingsRefused)
  expect(() => read(['--public-port', '8080'], { [url]: 'postgres://site@db/h' })).toThrow(SettingsRefused)
  for (const wrong of ['gs.gov.cn', 'ftp://gs.gov.cn', 'https://gs.gov.cn/public'])
    expect(() => read([], { [address]: wrong })).toThrow(SettingsRefused)
})

test('HENGPING_PROXIES: addresses and networks whose X-Forwarded headers count; this machine by default', () => {
  const read = (given?: string) => readSettings([], { HENGPING_PROXIES: given })!.proxies
  expect(read()).toBe('loopback')
  expect(read('loopback, 10.0.0.5,fd00::/8')).toBe('loopback,10.0.0.5,fd00::/8')
  for (const wrong of ['nginx', '10.0.0.0/33', '10.0.0.5;10.0.0.6', '0.0.0.0/0'])
    expect(() => read(wrong)).toThrow(SettingsRefused)
})
