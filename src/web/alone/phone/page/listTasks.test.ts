import { expect, test } from 'vitest'
import { aDraft } from '../../../../../tests/web/someDraft.ts'
import type { Receipt, Task } from '../keep/phoneDatabase.ts'
import { listTasks, rowsDone } from './listTasks.ts'
import { addressOf, readRoute, type Route } from './useRoute.ts'

const task = (id: string, more: object = {}) =>
  ({
    id,
    unitName: id,
    quarter: 4,
    from: '2018-10-08',
    to: '2018-12-24',
    plannedOn: '2018-12-20',
    sheets: [],
    ...more,
  }) as unknown as Task
const receipt = (assignment: string, state: Receipt['state']) =>
  ({ assignment, state, receivedAt: '2018-12-20T03:00:00Z', others: [] }) as unknown as Receipt
const waiting = {
  kind: 'waiting',
  schemeHash: '',
  signedAt: '',
  perhapsSent: false,
  tries: 1,
  nextAt: 0,
  trouble: '没有信号',
} as const

test('tasks that need attention come first, then by planned day, and arrived ones last', () => {
  const tasks = [
    task('sent'),
    task('colleague', {
      plannedOn: '2018-12-23',
      sheets: [{ mine: false, sentBy: '第二核查组', receivedAt: '2018-12-19T03:00:00Z' }],
    }),
    task('doubled'),
    task('later', { plannedOn: '2018-12-22' }),
    task('sooner', { plannedOn: '2018-12-01' }),
    task('opened'),
    task('filling'),
    task('waiting'),
    task('refused'),
    task('elsewhere', { sheets: [{ mine: true, receivedAt: '2018-12-19T03:00:00Z' }] }),
  ]
  const drafts = [
    aDraft({ id: '1', assignment: 'opened' }),
    aDraft({ id: '2', assignment: 'filling', clean: ['四.1', '四.2'] }),
    aDraft({ id: '3', assignment: 'waiting', stage: waiting }),
    aDraft({
      id: '4',
      assignment: 'refused',
      stage: { kind: 'refused', code: 'sheetFaulty', message: '日期不对' },
    }),
  ]
  const listed = listTasks(tasks, drafts, new Set(), [
    receipt('sent', 'signed'),
    receipt('doubled', 'doubled'),
  ])
  expect(listed.map(({ task: { id }, state }) => `${id} ${state.kind}`)).toEqual([
    'refused refused',
    'waiting waiting',
    'filling filling',
    'sooner ahead',
    'opened ahead',
    'later ahead',
    'colleague ahead',
    'doubled arrived',
    'elsewhere arrived',
    'sent arrived',
  ])
  expect(listed.find(one => one.task.id === 'doubled')!.state).toMatchObject({ isDoubled: true })
  expect(listed.find(one => one.task.id === 'colleague')!.state).toEqual({
    kind: 'ahead',
    others: '第二核查组',
  })
  expect(listed.find(one => one.task.id === 'filling')!.state).toMatchObject({ rowsDone: 2 })
})

test('a row counts as done once, when it is clean or has a finding', () => {
  const finding = (id: string, row: string) => ({ id, row, rule: 'x', count: 1, note: '' })
  expect(rowsDone(aDraft({ clean: ['一.1'], findings: [finding('a', '四.1'), finding('b', '四.1')] }))).toBe(
    2,
  )
})

test('every route of the page has an address that leads back to it', () => {
  const routes: readonly Route[] = [
    { at: 'list' },
    { at: 'own' },
    { at: 'sheet', assignment: 'a b/c' },
    { at: 'finish', assignment: '420829b6' },
  ]
  for (const route of routes) expect(readRoute(addressOf(route))).toEqual(route)
  expect(readRoute('/inspect/nowhere')).toEqual({ at: 'list' })
})
