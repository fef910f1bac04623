import { expect, test } from 'vitest'
import { mergeSchemes } from './mergeSchemes.ts'

const base = {
  title: '甲',
  notice: { number: '1号' },
  components: [
    { id: 'a', weight: 50, methods: [{ kind: 'ledger' }] },
    { id: 'b', weight: 50, methods: [] },
  ],
  rulings: [{ id: 'R1', text: '一', settledBy: undefined }],
}

test('a change made on one side only is kept, item by item in lists', () => {
  const theirs = {
    ...base,
    title: '乙',
    components: [{ ...base.components[0]!, weight: 60 }, base.components[1]!],
  }
  const mine = {
    ...base,
    notice: { number: '2号' },
    components: [base.components[0]!, { ...base.components[1]!, weight: 40 }],
  }
  expect(mergeSchemes(base, theirs, mine)).toEqual({
    title: '乙',
    notice: { number: '2号' },
    components: [
      { id: 'a', weight: 60, methods: [{ kind: 'ledger' }] },
      { id: 'b', weight: 40, methods: [] },
    ],
    rulings: [{ id: 'R1', text: '一' }],
  })
})

test('where both sides changed the same place, mine wins', () => {
  expect(mergeSchemes(base, { ...base, title: '乙' }, { ...base, title: '丙' }).title).toBe('丙')
})

test('a field that I removed stays removed; one that they removed is removed', () => {
  const { title: _title, ...without } = base
  expect(mergeSchemes(base, base, without as typeof base)).not.toHaveProperty('title')
  expect(mergeSchemes(base, without as typeof base, { ...base, rulings: [] })).not.toHaveProperty('title')
})

test('a list with items added or removed on both sides is taken from mine as a whole', () => {
  const theirs = { ...base, components: [base.components[1]!] }
  const mine = { ...base, components: [...base.components, { id: 'c', weight: 0, methods: [] }] }
  expect(mergeSchemes(base, theirs, mine).components).toEqual(mine.components)
})

test('without changes on my side the result is theirs; without changes on theirs it is mine', () => {
  const other = { ...base, title: '乙' }
  expect(mergeSchemes(base, other, base)).toEqual(other)
  expect(mergeSchemes(base, base, other)).toEqual(other)
})
