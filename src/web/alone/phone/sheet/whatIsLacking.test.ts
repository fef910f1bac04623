import { expect, test } from 'vitest'
import type { Points } from '../../../../domain/kernel/points.ts'
import { aDraft, aSignature } from '../../../../../tests/web/someDraft.ts'
import { fitted } from '../photo/shrinkPhoto.ts'
import { sheetBody as sheetSchema } from '../../../../contract/sheets/sheetBody.ts'
import { MOST_WRITTEN } from '../../../../contract/sheets/sheetLimits.ts'
import { sheetBody } from '../draft/sheetBody.ts'
import { toBlackAndWhite } from './pictureOf.ts'
import { businessDay, firstVisitDay } from '../draft/firstVisitDay.ts'
import { rowMatches } from './rowMatches.ts'
import { whatIsLacking } from './whatIsLacking.ts'

const days = { from: '2018-10-08', to: '2018-12-24' }
const rule = {
  id: 'publicOpinion',
  text: '引起舆情',
  amount: { least: 0.5, most: 5, step: 0.5, reasonRequired: true },
}
const row = { id: '二.2', title: '组织生活', rules: [rule] } as never
const rubric = { rows: [row] }
const AT = '2018-12-20T02:00:00.000Z'
const signed = {
  inspectorSignature: aSignature('张三'),
  unitSignature: { kind: 'refused', reason: '不认可' },
} as const
const task = { ...days, unit: 'lin', unitName: '州林业局', quarter: 4, by: 'committee', sheets: [] } as never
const TODAY = '2018-12-24'
const lacking = (fields: Parameters<typeof aDraft>[0], today = TODAY, photos: readonly object[] = []) =>
  whatIsLacking(aDraft(fields), { task, rubric: rubric as never, photos: photos as never }, today)
const finding = (note: string) => ({
  id: 'one',
  row: '二.2',
  rule: 'publicOpinion',
  count: 1,
  amount: 500 as Points,
  note,
})

test('R14 an amount set by the inspector needs a written reason', () => {
  expect(lacking({ ...signed, findings: [finding(' ')] })).toEqual(['二.2 “引起舆情”须写理由：返回填写。'])
  expect(lacking({ ...signed, findings: [finding('转载')] })).toEqual([])
})

test('both sides sign, or the reason for not signing is given', () => {
  expect(lacking({})).toHaveLength(2)
  expect(lacking({ ...signed, unitSignature: { kind: 'refused', reason: '' } })).toEqual([
    '请写明单位不签字的原因。',
  ])
  expect(lacking({ ...signed, unitSignature: { kind: 'paper', name: ' ', post: '' } })).toEqual([
    '请写明在纸上签字的人。',
  ])
})

test('the visit day lies within the round', () => {
  expect(lacking({ ...signed, visitedOn: '2018-12-25' })).toEqual([
    '核查日期应在2018年10月8日至2018年12月24日之间。',
  ])
  expect(lacking({ ...signed, visitedOn: '2018-12-20' }, '2018-12-19')).toEqual([
    '核查日期2018年12月20日还没有到：按下载任务时的日期推算，今天是2018年12月19日，请填实际核查的日期。',
  ])
})

test('the visit day starts on the business day, never on a day to come', () => {
  expect(firstVisitDay(days, '2018-12-01')).toBe('2018-12-01')
  expect(firstVisitDay({ ...days, plannedOn: '2018-12-20' }, '2018-12-19')).toBe('2018-12-19')
  expect(firstVisitDay({ ...days, plannedOn: '2018-12-20' }, '2019-01-05')).toBe('2018-12-20')
  expect(firstVisitDay(days, '2019-01-05')).toBe('2018-12-24')
  expect(firstVisitDay(days, '2018-10-01')).toBe('2018-10-08')
})

test('the business day is the server’s, moved on by the phone’s clock, also where that clock is wrong', () => {
  const fetched = { today: '2018-12-24', fetchedAt: '2018-12-25T02:00:00Z' }
  expect(businessDay(fetched, new Date('2018-12-25T06:00:00Z'))).toBe('2018-12-24')
  expect(businessDay(fetched, new Date('2018-12-27T06:00:00Z'))).toBe('2018-12-26')
  expect(businessDay(fetched, new Date('2018-12-20T06:00:00Z'))).toBe('2018-12-24')
  expect(businessDay({}, new Date('2018-11-05T04:00:00Z'))).toBe('2018-11-05')
})

test('what is more than the server takes is said before the signing', () => {
  const long = Object.fromEntries(Array.from({ length: 210 }, (_, at) => [`行${at}`, '长'.repeat(1000)]))
  expect(lacking({ ...signed, rowNotes: long })).toEqual([expect.stringMatching(/^写的说明合起来太长/)])
  expect(
    lacking(
      signed,
      TODAY,
      Array.from({ length: 1001 }, () => ({})),
    ),
  ).toEqual([expect.stringMatching(/^照片最多1000张/)])
})

test('all that the page lets one write in the places of one finding, and in every row of a sheet, is taken by the server', () => {
  const text = '长'.repeat(MOST_WRITTEN)
  const rowNotes = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`行${at}`, text]))
  const draft = aDraft({
    ...signed,
    note: text,
    rowNotes: { ...rowNotes, '二.2': text },
    findings: [{ ...finding(text), id: '00000000-0000-4000-8000-000000000001' }],
    stage: { kind: 'waiting', schemeHash: 's', signedAt: AT, perhapsSent: false, tries: 0, nextAt: 0 },
  })
  expect(whatIsLacking(draft, { task, rubric: rubric as never, photos: [] }, TODAY)).toEqual([])
  const sent = sheetBody(draft, [], new Set(), '')
  const read = sheetSchema.parse(JSON.parse(JSON.stringify({ ...sent, assignment: 'a' })))
  expect(read.findings[0]!.note).toBe(`${text}\n${text}`)
  expect(read.note.length).toBeGreaterThan(151_000)
})

test('a signature written as densely as can be is made black and white', () => {
  const grey = new Uint8ClampedArray([200, 200, 200, 255, 90, 90, 90, 255])
  expect([...toBlackAndWhite(grey)]).toEqual([255, 255, 255, 255, 0, 0, 0, 255])
})

test('a row is found by its number, its title or a rule', () => {
  expect(['二.2', '二．2', '组织', '舆情 二', ''].map(sought => rowMatches(row, sought))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(rowMatches(row, '主题党日')).toBe(false)
})

test('pictures are only made smaller, with their proportions kept', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
  expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitted(40_000, 10)).toEqual({ width: 1600, height: 1 })
})
