import { expect, test } from 'vitest'
import { draftReason, isDrafted } from './standing.ts'

test('a reason drafted from the ledger is told apart until somebody edits it, also after the ledger has moved on', () => {
  const member = { faults: 0, ownRecords: 0 } as Parameters<typeof draftReason>[0]
  const line = { due: 70, done: 65 } as Parameters<typeof draftReason>[1]
  const drafted = [
    draftReason(member, line),
    draftReason({ ...member, faults: 2, ownRecords: 1 }, line),
    draftReason(member, undefined),
  ]
  expect(drafted.map(isDrafted)).toEqual([true, true, true])
  expect(drafted.map(text => isDrafted(`${text}，牵头任务完成得好`))).toEqual([false, false, false])
  expect(isDrafted('')).toBe(false)
})
