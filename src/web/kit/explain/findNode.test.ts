import { expect, test } from 'vitest'
import type { ExplainedNode, Ruling } from './ExplainedNode.ts'
import { findNode, firstPlaces } from './findNode.ts'
import { foldsOf, openAtFirst } from './openings.ts'
import { touched } from './touched.ts'

const ruling: Ruling = {
  id: 'R9',
  question: '并列',
  text: '比实地核查',
  citation: '五（三）',
  state: 'assumed',
  sentence: '',
}

function node(kind: string, path: string, more: Partial<ExplainedNode> = {}): ExplainedNode {
  return {
    path,
    kind,
    title: kind,
    citation: '',
    points: 0,
    sentence: '',
    rulings: [],
    evidence: [],
    more: 0,
    children: [],
    ...more,
  }
}

const finding = { kind: 'finding', text: '缺会', fact: 'f1' } as const
const rule = node('flat', 'p/0/1/0', { evidence: [finding] })
const row = node('row', 'p/0/1', { row: '四.4', base: 3, points: 2.5, children: [rule], rulings: [ruling] })
const whole = node('row', 'p/0/0', { row: '四.3', base: 5, points: 5 })
const component = node('component', 'p/0', {
  component: 'inspection',
  rulings: [ruling],
  children: [whole, row],
})
const root = node('result', 'p', { children: [component] })

test('a place is found by path, row, component or kind', () => {
  expect(['p/0/1', '四.4'].map(at => findNode(root, at).node)).toEqual([row, row])
  expect(['inspection', 'component'].map(at => findNode(root, at).node)).toEqual([component, component])
  expect(findNode(root, '四.4').above).toEqual([root, component])
})

test('a place that no longer exists opens the whole explanation', () => {
  expect(findNode(root, '九.9').node).toBe(root)
  expect(findNode(root, undefined).node).toBe(root)
})

test('a ruling is shown in full at the highest place where it acts', () => {
  expect(firstPlaces(root).get('R9')).toBe('p/0')
  expect(firstPlaces(row).get('R9')).toBe('p/0/1')
})

test('every node and every finding can be opened; a lone loss is open at first', () => {
  expect(foldsOf(component)).toEqual(['p/0', 'p/0/0', 'p/0/1', 'p/0/1/0', 'p/0/1/0#f1'])
  expect(openAtFirst(root)).toEqual(['p/0/1'])
  expect(openAtFirst(node('component', 'c', { children: [row, { ...row, path: 'q' }] }))).toEqual([])
})

test('a row whose bonus equals its loss does not count as a row without loss', () => {
  expect([touched(whole), touched(row)]).toEqual([false, true])
  expect(touched({ ...whole, deducted: 1, bonus: 1 })).toBe(true)
})
