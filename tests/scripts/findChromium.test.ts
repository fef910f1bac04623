import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium, NO_CHROMIUM } from '../../scripts/findChromium.ts'

let folder = ''
let before: string | undefined
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengping-chromium-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  before = process.env['CHROME_PATH']
})
afterEach(() => {
  if (before === undefined) delete process.env['CHROME_PATH']
  else process.env['CHROME_PATH'] = before
})

function aProgram(name: string, exitCode: number): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`)
  chmodSync(path, 0o755)
  return path
}

test('the browser named by CHROME_PATH comes first', () => {
  const named = aProgram('named', 0)
  process.env['CHROME_PATH'] = named
  expect(findChromium(() => {})).toBe(named)
})

test('a name without a browser behind it is skipped', () => {
  const missing = join(folder, 'missing')
  process.env['CHROME_PATH'] = missing
  expect(findChromium(() => {})).not.toBe(missing)
})

test('on a machine that cannot have a browser, the sentence says what to install and how to point to one', () => {
  expect(NO_CHROMIUM).toContain('apt-get install chromium')
  expect(NO_CHROMIUM).toContain('CHROME_PATH')
})
