import { expect, test } from 'vitest'
import { orderOf } from './orderTasks.ts'

test('what holds up the seal comes first, then what came back, then what can still be met within the week, then what was missed, then the rest by day', () => {
  const tasks = [
    { name: '没有期限', late: false, holds: false },
    { name: '一个月后', late: false, holds: false, days: 30 },
    { name: '一月的台账', late: true, holds: false, days: -327 },
    { name: '退回的报告', late: true, holds: false },
    { name: '还有三天', late: false, holds: false, days: 3 },
    { name: '今天到期', late: false, holds: false, days: 0 },
    { name: '妨碍封存', late: true, holds: true, days: -5 },
  ]
  const sorted = tasks.toSorted((one, other) => orderOf(one) - orderOf(other))
  expect(sorted.map(({ name }) => name)).toEqual([
    '妨碍封存',
    '退回的报告',
    '今天到期',
    '还有三天',
    '一月的台账',
    '一个月后',
    '没有期限',
  ])
})
