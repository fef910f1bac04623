import { Button } from 'antd'
import { createElement, Fragment, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { cellText } from './cellText.ts'
import type { Column } from './column.ts'

const column = (rest: Partial<Column<null>>): Column<null> => ({
  id: 'one',
  title: '一列',
  width: 100,
  value: () => 2.5,
  ...rest,
})

test.each<readonly [string, Partial<Column<null>>, string | number | undefined]>([
  ['the value, where nothing else is shown', {}, 2.5],
  ['the number, where it is shown as it is', { show: () => ofElements('2.5') }, 2.5],
  ['what is shown, where that is text', { show: () => '第4至9名' }, '第4至9名'],
  ['what is shown, within its elements', { show: () => ofElements('逾期', '3天') }, '逾期 3天'],
  [
    'what is shown, a second line apart',
    { show: () => withSecondLine('已隐藏', '含有电话号码') },
    '已隐藏 含有电话号码',
  ],
  ['no button', { show: () => createElement('span', null, '12', createElement(Button, null, '启用')) }, '12'],
  ['the value, where only a button is shown', { show: () => createElement(Button, null, '个案') }, 2.5],
  ['the value, where a component draws it', { show: () => createElement(() => null) }, 2.5],
  ['the value, where nothing is shown', { show: () => null }, 2.5],
  ['points as a number', { kind: 'points', show: () => '2.50分' }, 2.5],
  ['a date in Chinese', { kind: 'day', value: () => '2018-12-21' }, '2018年12月21日'],
  ['nothing, where a date is missing', { kind: 'day', value: () => undefined }, undefined],
])('a saved cell holds %s', (_, rest, text) => {
  expect(cellText(column(rest), null)).toBe(text)
})

function ofElements(...texts: readonly string[]): ReactNode {
  return createElement(
    Fragment,
    null,
    texts.map(text => createElement('div', { key: text }, text)),
  )
}

function withSecondLine(first: string, second: string): ReactNode {
  return createElement('span', null, first, createElement('span', { className: 'soft-line' }, second))
}
