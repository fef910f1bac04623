import { expect, test } from 'vitest'
import { parseList } from './parseList.ts'

const units = [{ id: 'U1', name: '州林业局' }]

test('a list is parsed line by line, separated by commas or pasted from a table; units go by name or id', () => {
  expect(
    parseList('linye，林业局，单位，州林业局\n\nhecha1\t核查一组\t核查组\r\nshuji,张三,党组织书记,U1', units),
  ).toEqual({
    accounts: [
      { username: 'linye', name: '林业局', grants: [{ role: 'unit', unit: 'U1' }] },
      { username: 'hecha1', name: '核查一组', grants: [{ role: 'inspector' }] },
      { username: 'shuji', name: '张三', grants: [{ role: 'secretary', unit: 'U1' }] },
    ],
    refused: [],
  })
})

test('a line that cannot be parsed gives the reason', () => {
  const { accounts, refused } = parseList(
    'a,,单位,U1\na,甲,组织考核者\na,甲,单位,无此\na,甲,核查组,U1',
    units,
  )
  expect(accounts).toEqual([])
  expect(refused.map(one => one.row)).toEqual([1, 2, 3, 4])
  expect(refused.map(one => one.reason)).toEqual([
    '用户名和名称不能空着',
    '没有“组织考核者”这个角色，可填：牵头单位、单位、党组织书记、核查组、民意调查方',
    '名册里没有单位“无此”',
    '“核查组”不属于某一单位，请去掉“U1”',
  ])
})
