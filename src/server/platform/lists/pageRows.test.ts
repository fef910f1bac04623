import { expect, test } from 'vitest'
import type { ListColumn } from '../../../contract/lists/listColumn.ts'
import { pageQuery } from '../../../contract/lists/pageSchema.ts'
import { pageRows } from './pageRows.ts'

interface Row {
  readonly name: string
  readonly state: string
  readonly points?: number
}

const columns: readonly ListColumn<Row>[] = [
  { id: 'name', title: '单位', value: row => row.name, search: true },
  { id: 'state', title: '进展', value: row => row.state, filter: true },
  { id: 'points', title: '得分', value: row => row.points },
]

const rows: readonly Row[] = Array.from({ length: 230 }, (_, at) => ({
  name: at === 7 ? '州水利局' : `第${at}单位`,
  state: at % 2 === 0 ? '待签字' : '已办结',
  ...(at === 9 ? {} : { points: (at * 37) % 101 }),
}))

const names = (page: { readonly rows: readonly Row[] }) => page.rows.map(row => row.name)

test('without a page the list is whole and says nothing of pages', async () => {
  expect(await pageRows(rows, columns, {})).toEqual({ rows })
})

test('without a page all rows that are found are there, in the order asked for', async () => {
  const { rows: found, ...rest } = await pageRows(rows, columns, {
    filter: { state: ['待签字'] },
    sort: '-points',
  })
  expect(rest).toEqual({})
  expect(found).toHaveLength(115)
  expect(found[0]!.points).toBe(Math.max(...found.map(row => row.points ?? 0)))
})

test('pages of 100 follow one another without a gap or a repeat, and each says how many there are', async () => {
  const pages = await Promise.all([0, 1, 2, 3].map(page => pageRows(rows, columns, { page })))
  expect(pages.flatMap(page => page.rows)).toEqual(rows)
  expect(pages.map(page => page.rows.length)).toEqual([100, 100, 30, 0])
  expect(pages[1]!.paging).toMatchObject({ found: 230, all: 230 })
})

test('search, also by pinyin, and filters narrow the list; the choices stay those of the whole list', async () => {
  for (const search of ['水利', 'slj', 'ShuiLi '])
    expect(names(await pageRows(rows, columns, { page: 0, search })), search).toEqual(['州水利局'])
  const { rows: found, paging } = await pageRows(rows, columns, { page: 0, filter: { state: ['待签字'] } })
  expect(new Set(found.map(row => row.state))).toEqual(new Set(['待签字']))
  expect(paging).toEqual({
    found: 115,
    all: 230,
    choices: {
      state: [
        { text: '待签字', count: 115 },
        { text: '已办结', count: 115 },
      ],
    },
  })
})

test('the sort holds over all pages, and a missing value comes last either way', async () => {
  for (const sort of ['points', '-points']) {
    const pages = await Promise.all([0, 1, 2].map(page => pageRows(rows, columns, { page, sort })))
    const values = pages.flatMap(page => page.rows.map(row => row.points))
    const known = values.slice(0, -1) as number[]
    expect(known).toEqual(known.toSorted((one, other) => (sort === 'points' ? one - other : other - one)))
    expect(values.at(-1)).toBeUndefined()
  }
})

test('a filter that is no list of values by column is refused', () => {
  expect(pageQuery.filter.safeParse('{"state":["待签字"]}').data).toEqual({ state: ['待签字'] })
  for (const text of ['{', '[]', '{"state":"待签字"}', 'null'])
    expect(pageQuery.filter.safeParse(text).success, text).toBe(false)
})
