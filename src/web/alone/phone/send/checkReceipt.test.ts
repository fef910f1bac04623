import { expect, test } from 'vitest'
import { aDraft, aPhoto, aSignature } from '../../../../../tests/web/someDraft.ts'
import { sheetBody } from '../draft/sheetBody.ts'
import { photosIn, receiptFault, type SheetReceipt } from './checkReceipt.ts'

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
const stage = {
  kind: 'waiting',
  schemeHash: 's',
  signedAt: '2018-12-20T02:00:00.000Z',
  perhapsSent: true,
  tries: 0,
  nextAt: 0,
} as const
const draft = aDraft({
  stage,
  inspectorSignature: aSignature('张三'),
  findings: [
    { id: '00000000-0000-4000-8000-000000000001', row: '四.1', rule: 'themedDays', count: 1, note: '' },
  ],
})
const body = sheetBody(
  draft,
  [aPhoto({ id: 'one', row: '四.1', file: one }), aPhoto({ id: 'two', file: two })],
  new Set(),
  '',
)
const receipt: SheetReceipt = {
  sheet: draft.id,
  receivedAt: '',
  hash: 'h',
  photos: [two, one],
  state: 'sent',
  preview: [],
}

test('the phone deletes only what has arrived complete', () => {
  expect(photosIn(body).toSorted()).toEqual([one, two])
  expect(receiptFault(body, receipt, 'h')).toBeUndefined()
  expect(receiptFault(body, { ...receipt, sheet: 'other' }, 'h')).toBe('收条不是这份核查表的')
  expect(receiptFault(body, receipt, 'other')).toBe('服务器存下的内容与手机上的不一致')
  expect(receiptFault(body, { ...receipt, photos: [one] }, 'h')).toBe('还有1张照片没有到服务器')
})
