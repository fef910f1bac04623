import { expect, test } from 'vitest'
import { roster, xiangxi } from '../../../../tests/readers/aYear.ts'
import { points } from '../../kernel/points.ts'
import { checkFinding } from './checkFinding.ts'
import { createFactBook } from './factBook.ts'

test('六（四） a member takes no finding on the duty of lead units', () => {
  const book = createFactBook(xiangxi, roster)
  const formalism = {
    row: '六（四）',
    rule: 'leadDutyFormalism',
    count: 1,
    amount: points(1),
    note: '照抄上年台账',
  }
  expect(checkFinding({ ...formalism, unit: 'lin' }, book)).toEqual([])
  expect(checkFinding({ ...formalism, unit: 'miao' }, book)).toMatchObject([
    {
      field: 'row',
      refusal: { code: 'rowNotForTier', values: { row: '六（四）', tier: '所属单位', allowed: '牵头单位' } },
    },
  ])
})
