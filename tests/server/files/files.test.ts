import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import sharp from 'sharp'
import { layDemoYear } from '../layDemoYear.ts'
import {
  attachFiles,
  detachFiles,
  listAttached,
  replaceAttached,
} from '../../../src/server/office/files/attachFiles.ts'
import { sweepFiles } from '../../../src/server/office/files/sweepFiles.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import type { Actor } from '../../../src/server/platform/access/actor.ts'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { memoryFiles } from '../memoryFiles.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { office as officeFile, pdf, phoneJpeg, plainJpeg } from './madeFiles.ts'

interface Uploaded {
  readonly file: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly takenOn?: string
  readonly seenBefore: readonly {
    readonly unitName: string
    readonly what: string
    readonly year: number
    readonly file: string
  }[]
  readonly seenElsewhere: boolean
  readonly similar: readonly { readonly file: string; readonly what: string }[]
  readonly similarElsewhere: boolean
}

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

async function upload(who: Visitor, name: string, body: Uint8Array, key = randomUUID()): Promise<Uploaded> {
  const said = await who.ask(`POST /api/files?name=${encodeURIComponent(name)}`, {
    body: Buffer.from(body),
    key,
    headers: { 'content-type': 'application/octet-stream' },
  })
  if (said.status !== 200) throw new Error(said.text)
  return said.body as never
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describeOnEachDatabase('attachments', (open, { way }) => {
  async function ground() {
    const files = memoryFiles()
    office = await openOffice(await open(), { files })
    await layDemoYear(office.context, 24)
    const { rows } = await office.context.db.execute<{ id: string; lead: string | null }>(
      sql`select id, lead_unit as lead from roster_unit where year = 2018 and lead_unit is not null order by id`,
    )
    const lead = rows[0]!.lead!
    const own = rows.find(row => row.lead === lead)!.id
    const other = rows.find(row => row.id !== own && row.id !== lead)!.id
    const committee = await office.someone('kaohe', [{ role: 'committee' }])
    const unit = await office.someone('danwei', [{ role: 'unit', unit: own }])
    const stranger = await office.someone('bieren', [{ role: 'unit', unit: other }])
    const actor = (who: Visitor & { readonly id: string }): Actor => ({
      ...SYSTEM_ACTOR,
      id: who.id,
      name: '某人',
    })
    const to = (unitId: string, ownerId: string = randomUUID()) =>
      ({ owner: 'ledgerEntry', ownerId, year: 2018, unit: unitId }) as const
    return { office, files, own, other, committee, unit, stranger, actor, to }
  }

  test('a file is stored once by its hash, attached by its sender, and readable by those who may read the ledger of the unit', async () => {
    const { office, files, own, other, committee, unit, stranger, actor, to } = await ground()
    const bytes = pdf()
    const sent = await upload(unit, '会议记录.pdf', bytes)
    expect(sent).toEqual({
      file: hashOf(bytes),
      name: '会议记录.pdf',
      size: bytes.length,
      type: 'pdf',
      seenBefore: [],
      seenElsewhere: false,
      similar: [],
      similarElsewhere: false,
    })
    expect((await upload(stranger, 'C:\\我的\\另一名字.doc', bytes)).name).toBe('另一名字.pdf')
    expect(files.kept.size).toBe(1)
    const { context } = office
    const refs = [{ file: sent.file, name: '会议记录.pdf' }]
    const at = to(own)
    expect(
      await context.db.transaction(tx => attachFiles(tx, context, actor(committee), at, refs)),
    ).toMatchObject({ code: 'fileUnknown' })
    expect(
      await context.db.transaction(tx =>
        attachFiles(tx, context, actor(unit), at, [{ file: '0'.repeat(64), name: 'x' }]),
      ),
    ).toMatchObject({
      code: 'fileUnknown',
    })
    for (let time = 0; time < 2; time++) {
      expect(
        await context.db.transaction(tx => attachFiles(tx, context, actor(unit), at, refs)),
      ).toBeUndefined()
    }
    const list = await listAttached(context.db, 'ledgerEntry', [at.ownerId])
    expect(list.get(at.ownerId)).toMatchObject([
      { file: sent.file, name: '会议记录.pdf', type: 'pdf', by: '某人' },
    ])

    const address = (unitId: string, more = ''): string =>
      `GET /api/years/2018/units/${unitId}/files/${sent.file}${more}`
    const read = await unit.ask(address(own))
    expect(read.raw.equals(bytes)).toBe(true)
    expect(read.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('会议记录.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    expect((await committee.ask(address(own))).status).toBe(200)
    expect((await stranger.ask(address(own))).body.code).toBe('outOfReach')
    expect((await stranger.ask(address(other))).body.code).toBe('notFound')
    expect((await unit.ask(address(own, '?small=1'))).body.code).toBe('notFound')
    expect((await stranger.ask(`GET /api/files/${sent.file}`)).raw.equals(bytes)).toBe(true)
    expect((await committee.ask(`GET /api/files/${sent.file}`)).body.code).toBe('notFound')

    await context.db.transaction(tx => detachFiles(tx, context, actor(unit), at))
    expect((await unit.ask(address(own))).body.code).toBe('notFound')
    expect((await listAttached(context.db, 'ledgerEntry', [at.ownerId])).size).toBe(0)
    const trail = await office.trail()
    expect(trail.filter(line => line.kind === 'fileUploaded')).toHaveLength(2)
  })

  way('a record is given another list of files: the new ones come, the others go', async () => {
    const { office, own, unit, actor, to } = await ground()
    const { context } = office
    const sent = [
      await upload(unit, '一.pdf', pdf('/A 1')),
      await upload(unit, '二.docx', officeFile('docx')),
      await upload(unit, '三.xlsx', officeFile('xlsx')),
    ]
    const at = to(own)
    const put = (...which: number[]) =>
      context.db.transaction(tx =>
        replaceAttached(
          tx,
          context,
          actor(unit),
          at,
          which.map(index => ({ file: sent[index]!.file, name: sent[index]!.name })),
        ),
      )
    const names = async () =>
      (await listAttached(context.db, 'ledgerEntry', [at.ownerId])).get(at.ownerId)?.map(one => one.name)
    await put(0, 1)
    expect(await names()).toEqual(['一.pdf', '二.docx'])
    await put(1, 2)
    expect(await names()).toEqual(['二.docx', '三.xlsx'])
    await put()
    expect(await names()).toBeUndefined()
    await put(0)
    expect(await names()).toEqual(['一.pdf'])
  })

  way(
    'the same file and a near-same picture are pointed out, in full only to who may see where',
    async () => {
      const { office, own, committee, unit, stranger, actor, to } = await ground()
      const { context } = office
      const photo = await plainJpeg(1, { width: 1200, height: 900 })
      const first = await upload(unit, '活动.jpg', photo)
      expect(first.file).toBe(hashOf(photo))
      const at = to(own)
      await context.db.transaction(tx =>
        attachFiles(tx, context, actor(unit), at, [{ file: first.file, name: '活动.jpg' }]),
      )
      const again = await upload(committee, '又一次.jpg', photo)
      expect(again.seenBefore).toMatchObject([{ unit: own, year: 2018, what: '台账', name: '活动.jpg' }])
      const hidden = await upload(stranger, '别人的.jpg', photo)
      expect(hidden).toMatchObject({
        seenBefore: [],
        seenElsewhere: true,
        similar: [],
        similarElsewhere: false,
      })

      const smaller = await sharp(photo).resize(640).jpeg({ quality: 60 }).toBuffer()
      expect(await upload(unit, '缩小.jpg', smaller)).toMatchObject({
        seenBefore: [],
        similar: [{ file: first.file, what: '台账' }],
      })
      expect(await upload(stranger, '缩小.jpg', smaller)).toMatchObject({
        similar: [],
        similarElsewhere: true,
      })
      expect(await upload(unit, '另一张.jpg', await plainJpeg(2))).toMatchObject({
        similar: [],
        similarElsewhere: false,
      })
      const small = await unit.ask(`GET /api/years/2018/units/${own}/files/${first.file}?small=1`)
      expect(await sharp(small.raw).metadata()).toMatchObject({ format: 'jpeg', width: 360, height: 270 })
    },
  )

  way('a photo keeps the day it was taken and nothing else; sent again it is the same file', async () => {
    const { files, unit } = await ground()
    const photo = await phoneJpeg(3)
    const sent = await upload(unit, 'IMG_0001.JPG', photo)
    expect(sent).toMatchObject({ name: 'IMG_0001.JPG', type: 'jpg', takenOn: '2018-06-30' })
    expect(sent.file).not.toBe(hashOf(photo))
    const [kept] = [...files.kept.values()].map(bytes => Buffer.from(bytes))
    expect(hashOf(kept!)).toBe(sent.file)
    expect(kept!.includes('Geheimphone')).toBe(false)
    expect(await sharp(kept).metadata()).toMatchObject({ width: 480, height: 640 })
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    const key = randomUUID()
    expect((await upload(unit, 'IMG_0001.JPG', photo, key)).file).toBe(sent.file)
    expect((await upload(unit, 'IMG_0001.JPG', photo, key)).file).toBe(sent.file)
    expect(files.kept.size).toBe(1)
  })

  test('an upload never attached is deleted after a week; one that is or was attached stays', async () => {
    const { office, files, own, unit, actor, to } = await ground()
    const { context } = office
    const [orphan, kept, former, late] = [pdf('/O 1'), pdf('/K 1'), pdf('/F 1'), pdf('/L 1')]
    const sent = [
      await upload(unit, 'o.pdf', orphan),
      await upload(unit, 'k.pdf', kept),
      await upload(unit, 'f.pdf', former),
    ]
    const at = to(own)
    await context.db.transaction(async tx => {
      await attachFiles(tx, context, actor(unit), at, [sent[1]!, sent[2]!])
      await detachFiles(tx, context, actor(unit), at, [sent[2]!.file])
    })
    office.forward(6 * 24 * 60)
    await sweepFiles(context)
    expect(files.kept.size).toBe(3)
    await unit.signIn('danwei')
    await upload(unit, 'l.pdf', late)
    office.forward(2 * 24 * 60)
    await sweepFiles(context)
    await sweepFiles(context)
    expect([...files.kept.keys()].map(path => path.slice(3)).toSorted()).toEqual(
      [kept, former, late].map(hashOf).toSorted(),
    )
    const refused = await context.db.transaction(tx => attachFiles(tx, context, actor(unit), at, [sent[0]!]))
    expect(isRefusal(refused) && refused.code).toBe('fileUnknown')
    expect((await office.trail()).filter(line => line.kind === 'filesSwept')).toMatchObject([
      { values: { files: 1 } },
    ])
    await unit.signIn('danwei')
    expect((await upload(unit, 'o.pdf', orphan)).file).toBe(sent[0]!.file)
    expect(files.kept.size).toBe(4)
  })
})
