import { expect, test } from 'vitest'
import { type Explained, NO_RULINGS, walkExplanation } from './explanation.ts'
import { points } from './points.ts'

const node = (kind: string, ...parts: readonly Explained[]): Explained => ({
  kind,
  citation: '一',
  points: points(0),
  parts,
  rulings: NO_RULINGS,
})

test('the walk visits each whole before its parts, which are one level deeper', () => {
  const root = node('a', node('b', node('c')), node('d'))
  expect([...walkExplanation(root)].map(one => [one.node.kind, one.depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 1],
  ])
  expect([...walkExplanation(root, 3)].map(one => one.depth)).toEqual([3, 4, 5, 4])
})
