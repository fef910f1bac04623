import { expect, test } from 'vitest'
import { nameMatches } from './nameMatch.ts'
import { pinyinOf } from './pinyinOf.ts'
import { SLOWER } from '../../../tests/longRun.ts'

const finds = (name: string, query: string) => nameMatches(name, query, pinyinOf)

test('a unit is found by its characters, initials, syllables or a mixture', () => {
  for (const query of ['林业', 'lyj', 'zlyj', 'linye', 'linyj', 'lye', 'zlin'])
    expect(finds('示范州林业局', query), query).toBe(true)
  for (const query of ['农业', 'lyx', 'lj', 'linyejj', 'in'])
    expect(finds('示范州林业局', query), query).toBe(false)
})

test('a character with two readings is found by either', () => {
  expect(finds('州银行监管分局', 'yh')).toBe(true)
  expect(finds('州行政审批局', 'xz')).toBe(true)
  expect(finds('重庆', 'cq')).toBe(true)
  expect(finds('绿化委员会', 'lvhua')).toBe(true)
})

test('letters and digits in a name are found as written, in either case', () => {
  expect(finds('A股办12', 'a股')).toBe(true)
  expect(finds('12345热线', '1234')).toBe(true)
  expect(finds('12345热线', 'rx')).toBe(true)
})

test('without the dictionary only the text itself is found', () => {
  expect(nameMatches('示范州林业局', 'lyj', undefined)).toBe(false)
  expect(nameMatches('示范州林业局', '林业', undefined)).toBe(true)
  expect(nameMatches('示范州林业局', '', undefined)).toBe(true)
})

test('2,000 names are searched in less than 100 ms', () => {
  const names = Array.from(
    { length: 2000 },
    (_, at) => `示范州${'林农水卫教财税审'[at % 8]}${'业政利生育文务计'[(at >> 3) % 8]}局第${at}分局`,
  )
  names.forEach(name => finds(name, 'zz'))
  const started = performance.now()
  const found = names.filter(name => finds(name, 'lyjd')).length
  expect(performance.now() - started).toBeLessThan(100 * SLOWER)
  expect(found).toBeGreaterThan(30)
  expect(found).toBeLessThan(300)
})
