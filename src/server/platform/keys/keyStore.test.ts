import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createKeyStore, pathOfKey } from './keyStore.ts'

const data = mkdtempSync(join(tmpdir(), 'hengping-keys-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('a key that exists stays; one that a killed server left empty is made anew; a destroyed one is gone', async () => {
  const keys = createKeyStore(data)
  const path = pathOfKey(data, 'survey', 'numbers')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  expect(await keys.read('survey', 'numbers')).toBeUndefined()
  const made = await keys.make('survey', 'numbers')
  expect(made).toHaveLength(32)
  expect(Buffer.from(await keys.make('survey', 'numbers'))).toEqual(Buffer.from(made))
  expect(await keys.list('survey')).toEqual(['numbers'])
  await keys.destroy('survey', 'numbers')
  expect(await keys.read('survey', 'numbers')).toBeUndefined()
  expect(await keys.list('survey')).toEqual([])
})
