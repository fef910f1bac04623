import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { FileStoreAway } from '../../../src/server/platform/files/fileStore.ts'
import { LONGEST_WAIT } from '../../longRun.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { picture, plainJpeg } from '../files/madeFiles.ts'
import { memoryFiles } from '../memoryFiles.ts'
import { openOffice, type Visitor } from '../office.ts'
import { aFinding, aSheet, send, sheetOffice } from './sheetOffice.ts'

interface Note {
  readonly file: string
  readonly look: string
  readonly seenBefore: readonly { readonly unit: string; readonly what: string }[]
  readonly similar: readonly { readonly unit: string; readonly file: string }[]
}

/** Sends a photo as the phone's page does; gives its hash. */
async function sendPhoto(who: Visitor, body: Buffer): Promise<string> {
  const said = await who.ask(`POST /api/files?look=later&name=${encodeURIComponent('照片.jpg')}`, {
    body,
    headers: { 'content-type': 'application/octet-stream' },
  })
  if (said.status !== 200) throw new Error(said.text)
  return said.body['file'] as string
}

async function notesOf(who: Visitor, sheet: string): Promise<readonly Note[]> {
  return (await who.ask(`GET /api/years/2018/sheets/${sheet}`)).body['photoNotes'] as never
}

async function whatHoldsUp(committee: Visitor): Promise<readonly string[]> {
  const { body } = await committee.ask('GET /api/years/2018/seal-checks')
  return JSON.stringify(body).match(/核查照片\d[^"]*/g) ?? []
}

/** Asks until the photos are looked at. */
const eventually = (look: () => Promise<unknown>) => vi.waitFor(look, { timeout: LONGEST_WAIT, interval: 50 })

/** A store of files that cannot be read until it is mended. */
function readableLater() {
  const files = memoryFiles()
  let isAway = true
  return {
    files: {
      ...files,
      read: async (hash: string) => {
        if (isAway) throw new FileStoreAway()
        return files.read(hash)
      },
    },
    mend: () => void (isAway = false),
  }
}

describeOnEachDatabase('photos of a sheet', (start, { way }) => {
  test('a photo is answered before it is looked at; ended in between, the next start looks at it, and the seal waits', async () => {
    const database = await start()
    const { files, mend } = readableLater()
    const desk = await sheetOffice(database, {}, files)
    const wide = await plainJpeg(11, { width: 1200, height: 900 })
    const photo = await sendPhoto(desk.inspector, wide)
    const other = await sendPhoto(desk.inspector, await plainJpeg(12))
    const sheet = aSheet(desk.assignment, { photos: [photo], findings: [aFinding({ photos: [other] })] })
    expect((await send(desk.inspector, sheet)).body).toMatchObject({
      state: 'signed',
      photos: [photo, other],
    })
    expect(await notesOf(desk.committee, sheet.draft)).toMatchObject([
      { file: photo, look: 'waiting' },
      { file: other, look: 'waiting' },
    ])
    expect(await notesOf(desk.unit, sheet.draft)).toEqual([])
    expect(await whatHoldsUp(desk.committee)).toEqual([expect.stringContaining('核查照片2张正在比对')])

    await desk.office.close()
    mend()
    const office = await openOffice(database, { files })
    const committee = office.visitor()
    await committee.signIn('kaohe')
    await eventually(async () => expect(await notesOf(committee, sheet.draft)).toEqual([]))
    expect(await whatHoldsUp(committee)).toEqual([])
    const inspector = office.visitor()
    await inspector.signIn('hecha')
    const smaller = await sharp(wide).resize(640).jpeg({ quality: 60 }).toBuffer()
    const said = await inspector.ask('POST /api/files?name=x.jpg', {
      body: smaller,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(said.body).toMatchObject({ similar: [{ file: photo, what: '核查表' }] })
    await office.close()
  })

  way('a copy on another sheet is shown on both sheets, also on the one that came first', async () => {
    const desk = await sheetOffice(await start())
    const wide = await plainJpeg(21, { width: 1200, height: 900 })
    const smaller = await sharp(wide).resize(640).jpeg({ quality: 60 }).toBuffer()
    const first = await sendPhoto(desk.inspector, wide)
    const sheet = aSheet(desk.assignment, { photos: [first], findings: [] })
    await send(desk.inspector, sheet)
    await eventually(async () => expect(await notesOf(desk.committee, sheet.draft)).toEqual([]))

    const copy = await sendPhoto(desk.inspector, smaller)
    expect(await sendPhoto(desk.inspector, wide)).toBe(first)
    const assignment = await desk.assign('cao', [desk.inspector.id])
    const later = aSheet(assignment, { photos: [copy], findings: [aFinding({ photos: [first] })] })
    expect((await send(desk.inspector, later)).status).toBe(200)
    await eventually(async () => {
      expect(await notesOf(desk.committee, sheet.draft)).toMatchObject([
        {
          file: first,
          look: 'done',
          seenBefore: [{ unit: 'cao', what: '核查情况' }],
          similar: [{ unit: 'cao', file: copy }],
        },
      ])
    })
    expect(await notesOf(desk.committee, later.draft)).toMatchObject([
      { file: copy, similar: [{ unit: 'miao', file: first }] },
      { file: first, seenBefore: [{ unit: 'miao', what: '核查表' }] },
    ])
  })

  way('a photo damaged inside is marked on its sheet; a desk that sends the same is refused', async () => {
    const desk = await sheetOffice(await start())
    const broken = await (await picture(31)).png().toBuffer()
    broken.fill(0x55, broken.length >> 1, (broken.length >> 1) + 50)
    const photo = await sendPhoto(desk.inspector, broken)
    const sheet = aSheet(desk.assignment, { photos: [photo], findings: [] })
    await send(desk.inspector, sheet)
    await eventually(async () =>
      expect(await notesOf(desk.committee, sheet.draft)).toMatchObject([{ file: photo, look: 'damaged' }]),
    )
    expect(await whatHoldsUp(desk.committee)).toEqual([expect.stringContaining('核查照片1张打不开')])
    const said = await desk.inspector.ask('POST /api/files?name=x.jpg', {
      body: broken,
      headers: { 'content-type': 'application/octet-stream' },
      key: randomUUID(),
    })
    expect(said.body.code).toBe('fileDamaged')
  })

  way('fileDamaged: a photo cut off is refused at once, whenever it is looked at', async () => {
    const desk = await sheetOffice(await start())
    const whole = await plainJpeg(41)
    await expect(sendPhoto(desk.inspector, whole.subarray(0, whole.length >> 1))).rejects.toThrow(
      'fileDamaged',
    )
  })
})
