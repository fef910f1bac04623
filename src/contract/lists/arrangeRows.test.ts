import { expect, test } from 'vitest'
import { arrangeRows } from './arrangeRows.ts'
import { type ListColumn, type ListView, NOTHING } from './listColumn.ts'

interface Row {
  readonly name: string
  readonly points?: number
  readonly grade?: string
}

const columns: readonly ListColumn<Row>[] = [
  { id: 'name', title: '单位', value: row => row.name, search: true },
  { id: 'points', title: '得分', value: row => row.points },
  { id: 'grade', title: '等次', value: row => row.grade },
]

const rows: readonly Row[] = [
  { name: '州水利局', points: 90, grade: '好' },
  { name: '州财政局', grade: '较好' },
  { name: '州林业局', points: 95.5 },
  { name: '州教育局', points: 9, grade: '好' },
]

const plain: ListView = { search: '', filters: {}, sort: undefined }
const names = (view: Partial<ListView>, matches?: (text: string) => boolean) =>
  arrangeRows(rows, columns, { ...plain, ...view }, matches).map(row => row.name)

test('figures sort numerically, and missing ones come last in either direction', () => {
  expect(names({ sort: { column: 'points', descending: true } })).toEqual([
    '州林业局',
    '州水利局',
    '州教育局',
    '州财政局',
  ])
  expect(names({ sort: { column: 'points', descending: false } })).toEqual([
    '州教育局',
    '州水利局',
    '州林业局',
    '州财政局',
  ])
})

test('names sort by pinyin', () => {
  expect(names({ sort: { column: 'name', descending: false } })).toEqual([
    '州财政局',
    '州教育局',
    '州林业局',
    '州水利局',
  ])
})

test('without a sort, or with one by a removed column, the order is as given', () => {
  expect(names({})).toEqual(rows.map(row => row.name))
  expect(names({ sort: { column: 'gone', descending: false } })).toEqual(rows.map(row => row.name))
})

test('rows are filtered to the chosen values, including the empty one', () => {
  expect(names({ filters: { grade: ['好'] } })).toEqual(['州水利局', '州教育局'])
  expect(names({ filters: { grade: [NOTHING] } })).toEqual(['州林业局'])
  expect(names({ filters: { grade: [] } })).toHaveLength(4)
})

test('the search covers only columns that allow it', () => {
  expect(names({}, text => text.includes('林'))).toEqual(['州林业局'])
  expect(names({}, text => text.includes('好'))).toEqual([])
})
