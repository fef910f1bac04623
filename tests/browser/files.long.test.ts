import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { pdf, plainJpeg } from '../server/files/madeFiles.ts'
import { ownServer, signInAs, type Visitor } from './browse.ts'
import type { RunningServer } from './startServer.ts'

let server: RunningServer
let unit: Visitor
let id: string

beforeAll(async () => {
  server = await ownServer(['--units', '24', '--today', '2018-12-24'])
  unit = await signInAs('unit', 'phone', server.address)
  const session = await (await unit.context.request.get('/api/session')).json()
  id = session.account.grants[0].unit
})

afterAll(async () => {
  await unit?.leave()
  await server?.stop()
})

const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

test('several files are chosen together: each is accepted or refused with the reason; they survive a reload, appear on the record, and are recognized when chosen again', async () => {
  const { page, go, settle, faults, expect: mayCome } = unit
  const photo = await plainJpeg(1, { width: 1200, height: 900 })
  const smaller = await sharp(photo).resize(700).jpeg({ quality: 60 }).toBuffer()
  await go(`/2018/ledger/${id}/new?kind=themedPartyDay&period=2018-12`)
  await page.getByText('附件和其他用途').click()
  const box = page.getByRole('group', { name: '附件' })
  mayCome(422)
  await box
    .locator('input[type=file]')
    .setInputFiles([
      chosen('党日照片.jpg', photo),
      chosen('IMG_2231.HEIC', Buffer.from('x')),
      chosen('说明.jpg', Buffer.from('<svg onload="alert(1)"/>')),
      chosen('会议记录.doc', pdf()),
    ])
  await box.getByText('会议记录.pdf', { exact: true }).waitFor()
  await box.getByText(/HEIC 照片.*兼容性最佳/).waitFor()
  await box.getByText(/按内容看是 SVG 矢量图/).waitFor()
  await box.getByText('党日照片.jpg', { exact: true }).waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
  for (const name of ['IMG_2231.HEIC', '说明.jpg'])
    await box.getByRole('button', { name: `移去${name}` }).click()
  expect(await box.getByRole('listitem').count()).toBe(2)

  await page.getByLabel('参加人数').fill('18')
  await page.reload()
  await settle()
  await box.getByText('党日照片.jpg', { exact: true }).waitFor()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('已登记', { exact: true }).waitFor()
  // It leads on to the ledger by itself.
  await settle()

  const { entries } = await (await unit.context.request.get(`/api/years/2018/units/${id}/entries`)).json()
  const entry = entries.find((one: { readonly files: readonly unknown[] }) => one.files.length === 2)
  await go(`/2018/ledger/${id}/entries/${entry.id}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载会议记录.pdf' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('会议记录.pdf')
  await page.getByRole('button', { name: '查看党日照片.jpg' }).click()
  const large = page.getByRole('dialog').getByRole('img', { name: '党日照片.jpg' })
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
  expect(await faults({ axe: true })).toEqual([])

  await go(`/2018/ledger/${id}/new?kind=boardMeeting&period=2018-12`)
  await page.getByText('附件和其他用途').click()
  await box
    .locator('input[type=file]')
    .setInputFiles([chosen('又用一次.pdf', pdf()), chosen('缩小的.jpg', smaller)])
  await box.getByText(/同一个文件已附在：.*2018年度台账/).waitFor()
  await box.getByText(/与已附的图片很像：.*2018年度台账/).waitFor()
  await settle()
  expect(await faults({ axe: true })).toEqual([])
})
