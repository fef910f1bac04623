import type { Column } from '../../kit/table/column.ts'
import type { Test } from './knowledgeTypes.ts'

/** 测试列表的列. */
export const testColumns: readonly Column<Test>[] = [
  { id: 'name', title: '测试', width: 240, value: test => test.name, onCard: 'title' },
  { id: 'quarter', title: '季度', width: 90, value: test => `第${test.quarter}季度` },
  {
    id: 'state',
    title: '状态',
    width: 90,
    value: test => (test.state === 'open' ? '进行中' : '已结束'),
    onCard: 'figure',
  },
  { id: 'units', title: '单位数', width: 90, kind: 'number', value: test => test.units },
  { id: 'papers', title: '试卷数', width: 90, kind: 'number', value: test => test.papers },
  { id: 'submitted', title: '已交', width: 80, kind: 'number', value: test => test.submitted },
  { id: 'failed', title: '不合格', width: 90, kind: 'number', value: test => test.failed },
  { id: 'minutes', title: '限时', width: 90, value: test => `${test.minutes}分钟` },
]
