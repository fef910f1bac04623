import { expect, test } from 'vitest'
import { findUnit } from './findUnit.ts'

const UNITS = [
  { unit: 'SF008', name: '示范州林业局' },
  { unit: 'SF080', name: '示范州林业信息中心' },
  { unit: 'SF009', name: '示范州住房建设局' },
]

test('a unit is found by its id, its name, or a unique part of its name', () => {
  for (const text of ['SF008', '示范州林业局', '林业局', '示范州 林业局', '林业 局 ', 'ＳＦ００８'])
    expect(findUnit(UNITS, text)).toBe(UNITS[0])
})

test('an ambiguous part of a name is answered with the matching names', () => {
  expect(findUnit(UNITS, '林业')).toBe(
    '“林业”不止一个单位：示范州林业局（SF008）、示范州林业信息中心（SF080）。请写全称或编号。',
  )
})

test('an unknown name is answered with the nearest one, if any', () => {
  expect(findUnit(UNITS, '示范州林业句')).toBe('没有考核对象“示范州林业句”，是不是“示范州林业局”。')
  expect(findUnit(UNITS, 'SF0088')).toBe('没有考核对象“SF0088”，是不是“SF008”。')
  expect(findUnit(UNITS, '海关')).toBe('没有考核对象“海关”；请核对名称，或写单位编号。')
  expect(findUnit(UNITS, ' ')).toBe('没有写单位；请写单位编号、名称或名称的一部分。')
})

test('a long list of candidates is cut, with the count', () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ unit: `U${at}`, name: `甲${at}局` }))
  expect(findUnit(many, '甲')).toContain('等 12 个')
})
