import { expect, test } from 'vitest'
import { points } from '../../src/domain/kernel/points.ts'
import { drawPaper } from '../../src/files/paper/drawPaper.ts'
import { BOX_SIZE, countPages, layOutPage, PAGE, paperStyles } from '../../src/files/paper/paperLayout.ts'
import { readPage } from '../../src/files/paper/readPage.ts'
import { readPicture } from '../../src/files/paper/readPicture.ts'
import { readScan } from '../../src/files/paper/readScan.ts'
import { SEED, sized } from '../longRun.ts'
import { makeScan } from './madeScan.ts'
import { makePage, type MadePage } from './madeSheet.ts'
import { gradeForm, pointForm } from './paperForms.ts'

/** Sheets that tuning used have seeds below this number. */
const UNSEEN = 5_000_000

/** Counts of a run: sheets are of two pages, by grade and by points in turn; the harder ones begin with points. */
async function readMany(sheets: number, factor: 1 | 2, seed: number) {
  const sum = { rows: 0, doubtful: 0, unread: 0, wrong: [] as string[] }
  for (let at = 0; at < sheets * 2; at++) {
    const form = (Math.floor(at / 2) + factor) % 2 === 1 ? gradeForm : pointForm
    const made = await makePage(form, 'officers', (at % 2) + 1, seed + at, { factor, odd: 0.05 })
    const reading = readPage((await readPicture(made.bytes))!, form)
    if (typeof reading === 'string') {
      sum.unread++
      continue
    }
    expect([reading.voterClass, reading.page]).toEqual([made.voterClass, made.page])
    for (const [row, { doubt, marked }] of reading.rows.entries()) {
      sum.rows++
      if (doubt !== undefined) sum.doubtful++
      else if (nameOf(marked) !== nameOf(made.meant[row])) sum.wrong.push(`${seed + at}:${row + 1}`)
    }
  }
  return sum
}

function nameOf(boxes: MadePage['meant'][number]): string {
  return (boxes ?? []).map(({ label }) => label).join()
}

test('marked sheets, photographed at an angle in bad light: no wrong cell without doubt, at most 3 % of the cells doubtful', async () => {
  const found = await readMany(sized(200, 2), 1, UNSEEN + SEED * 1000)
  expect(found.wrong).toEqual([])
  expect(found.unread).toBe(0)
  expect(found.doubtful / found.rows).toBeLessThanOrEqual(0.03)
})

test('at twice the turn, angle, shade, blur and creases, still no wrong cell without doubt', async () => {
  const found = await readMany(sized(200, 1), 2, UNSEEN + 500_000 + SEED * 1000)
  expect(found.wrong).toEqual([])
})

test('a scanner’s PDF is read page by page; what is no sheet, and a sheet of another meeting, are told apart', async () => {
  const calm = { factor: 1, odd: 0 } as const
  const other = { ...gradeForm, meeting: 'ffffffff-90ab-4cde-8f00-112233445566' }
  const pages = [
    await makePage(gradeForm, 'delegates', 2, 7_000_002, calm),
    await makePage(other, 'delegates', 1, 7_000_003, calm),
  ]
  const { readings: scan } = await readScan(await makeScan(pages.map(({ bytes }) => bytes)), 'pdf', gradeForm)
  expect(scan.map(one => ('unread' in one ? one.unread : `${one.voterClass} ${one.page}`))).toEqual([
    'delegates 2',
    'otherForm',
  ])
  expect(await readScan(new Uint8Array([1, 2, 3]), 'jpg', gradeForm)).toEqual({
    total: 1,
    readings: [{ unread: 'damaged' }],
  })
  expect(await readScan(new Uint8Array([1, 2, 3]), 'pdf', gradeForm)).toEqual({
    total: 1,
    readings: [{ unread: 'damaged' }],
  })
})

test('forty names fit two pages, each at ten points or more, and nothing leaves the page', () => {
  for (const form of [gradeForm, pointForm])
    for (const style of paperStyles(form)) {
      expect(countPages(form)).toBe(2)
      for (const page of [1, 2]) {
        const layout = layOutPage(form, 'officers', page, style)
        expect(layout.rows.length).toBe(20)
        for (const { y, boxes } of layout.rows) {
          expect(y).toBeLessThan(PAGE.height - 20)
          for (const box of boxes) expect(box.x + BOX_SIZE / 2).toBeLessThan(PAGE.width - 15)
        }
        const svg = drawPaper(form, { title: '述职测评票', voterClass: 'officers', page, style })
        const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
        expect(Math.min(...sizes) / 0.3528).toBeGreaterThanOrEqual(10)
      }
    }
})

test('points have boxes where steps are whole, else figures by hand; ten points have no half', () => {
  const upTo = (full: number) => ({ ...pointForm, full: points(full) })
  expect([10, 20, 100, 30].map(full => paperStyles(upTo(full)))).toEqual([
    ['boxes', 'figures'],
    ['boxes', 'figures'],
    ['boxes', 'figures'],
    ['figures'],
  ])
  const labels = (full: number) =>
    layOutPage(upTo(full), 'officers', 1, 'boxes').rows[0]!.boxes.map(({ label }) => label)
  expect(labels(20).slice(-2)).toEqual(['20', '+1'])
  expect(labels(10).at(-1)).toBe('10')
})
