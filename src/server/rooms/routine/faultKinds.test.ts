import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readScheme } from '../../../files/readScheme.ts'
import { schemeFiles } from '../../../files/schemeFiles.ts'
import { faultKinds } from './faultKinds.ts'

function schemeOf(name: string) {
  const opened = schemeFiles(fileURLToPath(new URL(`../../../../schemes/${name}`, import.meta.url)))
  if ('unreadable' in opened) throw new Error(name)
  return readScheme(opened.files).scheme!
}

test('三（二）1 附件 四.4 faults that exclude one another belong to meetings, the others to returns; each lists its cost by rule', () => {
  const kinds = new Map(faultKinds(schemeOf('xiangxi-2018')).map(kind => [kind.counter, kind]))
  expect([...kinds].map(([counter, { kinds: at }]) => [counter, ...at])).toEqual([
    ['absent', 'meeting'],
    ['deputy', 'meeting'],
    ['lateReturn', 'return'],
    ['missingReturn', 'return'],
    ['wrongReturn', 'return'],
  ])
  expect(kinds.get('deputy')).toMatchObject({ excludes: ['absent'], feeds: { row: '四.4', rule: 'deputy' } })
  expect(kinds.get('deputy')!.costs.map(cost => [cost.citation, cost.each])).toEqual([
    ['三（二）1', 500],
    ['附件 四.4', 500],
  ])
})

test('附件 二.2 in a scheme without pairs of exclusive faults, each fault may be recorded at either occasion', () => {
  expect(faultKinds(schemeOf('jiangnan-2024'))).toMatchObject([
    { counter: 'lateReturn', kinds: ['meeting', 'return'], excludes: [] },
  ])
})
