import { expect, test } from 'vitest'
import { sheetBody as sheetSchema } from '../../../../contract/sheets/sheetBody.ts'
import type { Points } from '../../../../domain/kernel/points.ts'
import { aDraft, aPhoto, aSignature } from '../../../../../tests/web/someDraft.ts'
import type { Draft } from './Draft.ts'
import { sheetBody } from './sheetBody.ts'

const waiting: Draft['stage'] = {
  kind: 'waiting',
  schemeHash: 'scheme',
  signedAt: '2018-12-20T02:00:00.000Z',
  perhapsSent: false,
  tries: 0,
  nextAt: 0,
}
const finding = (n: number, row: string, rule: string, more: object = {}) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  row,
  rule,
  count: 1,
  note: '',
  ...more,
})
const full = aDraft({
  stage: waiting,
  note: ' 总的印象好 ',
  rowNotes: { '四.1': '缺9月', '四.2': '台账规范' },
  findings: [
    finding(1, '四.1', 'themedDays', { count: 2 }),
    finding(2, '四.1', 'noThemedDayPlan'),
    finding(3, '二.2', 'publicOpinion', { amount: 1500 as Points, note: ' 转载负面信息 ' }),
    finding(4, '二.3', 'themeEducationMissed', { persons: 2, occasions: 3 }),
  ],
  inspectorSignature: aSignature('张三 '),
  unitSignature: { kind: 'signed', post: '办公室主任', ...aSignature('李四') },
})
const photos = [
  aPhoto({ id: 'one', row: '四.1', file: 'a'.repeat(64) }),
  aPhoto({ id: 'two', row: '四.2', file: 'b'.repeat(64) }),
  aPhoto({ id: 'three', file: 'c'.repeat(64) }),
]
const body = sheetBody(full, photos, new Set(['二.2 publicOpinion']), 'Android')

test('every finding, note and photo is sent in its place', () => {
  expect(body).toMatchObject({
    draft: full.id,
    note: '总的印象好 \n四.2：台账规范',
    photos: ['b'.repeat(64), 'c'.repeat(64)],
    findings: [
      { rule: 'themedDays', count: 2, note: '缺9月', photos: ['a'.repeat(64)] },
      { rule: 'noThemedDayPlan', note: '', photos: [] },
      { rule: 'publicOpinion', amount: 1.5, reason: '转载负面信息', note: '' },
      { rule: 'themeEducationMissed', persons: 2, occasions: 3 },
    ],
    unit: { kind: 'signed', name: '李四', post: '办公室主任' },
  })
})

test('the server reads just what was meant, with nothing left to defaults', () => {
  const findings = body.findings.map(finding => ({
    ...finding,
    amount: finding.amount === undefined ? undefined : finding.amount * 1000,
  }))
  expect(sheetSchema.parse(JSON.parse(JSON.stringify(body)))).toEqual({ ...body, findings })
})

test('a unit that refuses to sign, or signed on paper, is reported as such', () => {
  const unitOf = (unitSignature: Draft['unitSignature']) =>
    sheetBody({ ...full, unitSignature }, photos, new Set(), '').unit
  expect(unitOf({ kind: 'refused', reason: ' 不认可第二项 ' })).toEqual({
    kind: 'refused',
    reason: '不认可第二项',
  })
  expect(unitOf({ kind: 'paper', name: '李四', post: '' })).toEqual({ kind: 'paper', name: '李四' })
})

test('an unfinished sheet, or one with a photo that has not arrived, is never sent', () => {
  expect(() => sheetBody(aDraft(), [], new Set(), '')).toThrow('finished')
  expect(() => sheetBody(full, [aPhoto()], new Set(), '')).toThrow('photos')
})
