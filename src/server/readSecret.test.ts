import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SettingsRefused } from './readSettings.ts'
import { readSecret } from './readSecret.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengping-secret-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the secret is created once, readable by its owner only, and persists', () => {
  const secret = readSecret(join(folder, 'data'), undefined)
  expect(secret.length).toBeGreaterThan(60)
  expect(readSecret(join(folder, 'data'), '')).toBe(secret)
  expect(readdirSync(join(folder, 'data'))).toEqual(['secret'])
  if (process.platform !== 'win32') expect(statSync(join(folder, 'data', 'secret')).mode & 0o777).toBe(0o600)
  expect(readSecret(join(folder, 'other'), undefined)).not.toBe(secret)
})

test('a given secret overrides the file, and a short one is refused', () => {
  expect(readSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32))
  expect(() => readSecret(folder, 'x'.repeat(31))).toThrow(SettingsRefused)
})
