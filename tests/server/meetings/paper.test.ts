import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { points } from '../../../src/domain/kernel/points.ts'
import { countPages, type PaperForm } from '../../../src/files/paper/paperLayout.ts'
import { destroyPastPictures } from '../../../src/server/rooms/meetings/paper/destroyPastPictures.ts'
import {
  listPaperSheets,
  refuseUnsettledPaper,
} from '../../../src/server/rooms/meetings/paper/listPaperSheets.ts'
import { makePage } from '../../paper/madeSheet.ts'
import { makeScan } from '../../paper/madeScan.ts'
import { describeWays } from '../databases.ts'
import type { Said, Visitor } from '../office.ts'
import { meetingOffice, planned } from './heldMeeting.ts'

const code = (said: Said) => said.body.code

/** A sheet as the list shows it. */
interface Sheet {
  readonly id: string
  readonly number: number
  readonly state: string
  readonly by: readonly string[]
  readonly differs: readonly number[]
  readonly doubtful: number
}

interface Paper {
  readonly style?: string
  readonly marks: 'points' | 'grades'
  readonly full: number
  readonly grades: readonly { readonly id: string; readonly name: string }[]
  readonly classes: readonly { readonly id: string; readonly name: string; readonly printed?: number }[]
  readonly lines: readonly { readonly unitName: string; readonly secretary: string }[]
  readonly sheets: readonly Sheet[]
}

describeWays('四（四） paper ballots', open => {
  test('printed, keyed apart by two people, differences settled, scanned, doubts decided, listed for the count', async () => {
    const { office, lead, clerk, committee, otherClerk } = await meetingOffice(await open())
    const second = await office.someone('qiantouer', [{ role: 'leadUnit', unit: lead }])
    const third = await office.someone('qiantousan', [{ role: 'leadUnit', unit: lead }])
    const meeting = await planned(clerk, { kind: 'members', lead, phones: false })
    const address = `${meeting.address}/paper`
    const view = async (who: Visitor = clerk) => (await who.ask(`GET ${address}`)).body as unknown as Paper
    const post = (who: Visitor, path: string, body: object) => who.ask(`POST ${address}${path}`, { body })

    const before = await view()
    const voterClass = before.classes[0]!.id
    const isPoints = before.marks === 'points'
    const print = (who: Visitor, style: string, of = voterClass) =>
      who.ask(`GET ${address}/print?voterClass=${of}&style=${style}`)
    expect(code(await print(clerk, 'boxes', 'guest'))).toBe('noSuchVoterClass')
    const sheet = await print(clerk, 'boxes')
    expect(sheet.status, sheet.text).toBe(200)
    const [firstPage] = sheet.body['pages'] as string[]
    for (const { secretary } of before.lines.slice(0, 20)) expect(firstPage).toContain(secretary)
    expect(code(await print(otherClerk, 'boxes'))).toBe('notFound')
    const run = { voterClass, sheets: 12, style: 'boxes' }
    expect(code(await post(committee, '/printed', run))).toBe('notConvenor')
    const printed = await post(clerk, '/printed', run)
    expect(printed.status, printed.text).toBe(200)
    if (isPoints)
      expect(code(await post(clerk, '/printed', { ...run, style: 'figures' }))).toBe('paperStyleFixed')
    else expect(code(await print(clerk, 'figures'))).toBe('paperStyleFixed')
    expect((await meeting.view()).phase).toBe('issued')
    expect((await view()).classes[0]).toMatchObject({ printed: 12 })

    const lines = before.lines.length
    const good = isPoints ? 85 : before.grades[0]!.id
    const less = isPoints ? 60 : before.grades[1]!.id
    const marks: (number | string | null)[] = Array.from({ length: lines }, () => good)
    marks[1] = null
    const key = (who: Visitor, number: number, more: object = {}) =>
      post(who, '/sheets', { voterClass, number, marks, faulty: false, ...more })
    expect(code(await key(clerk, 1))).toBe('meetingNotNow')
    await meeting.step({ step: 'start' })
    for (const _ of before.lines) await meeting.step({ step: 'next' })
    await meeting.step({ step: 'openVoting' })
    await meeting.step({ step: 'closeVoting' })
    expect((await meeting.view()).phase).toBe('closed')

    // Two people, apart.
    expect(code(await key(clerk, 1, { voterClass: 'guest' }))).toBe('noSuchVoterClass')
    expect(code(await key(clerk, 1, { marks: marks.slice(1) }))).toBe('paperLinesOpen')
    expect(code(await key(clerk, 1, { marks: ['x', ...marks.slice(1)] }))).toBe('paperMarksFaulty')
    if (isPoints)
      expect(code(await key(clerk, 1, { marks: [85.5, ...marks.slice(1)] }))).toBe('paperMarksFaulty')
    expect((await key(clerk, 1)).body).toMatchObject({ state: 'once', isOwn: true })
    expect((await key(clerk, 1)).body).toMatchObject({ state: 'once', by: ['qiantoudanwei'] })
    const other = [less, ...marks.slice(1)]
    const differing = await key(second, 1, { marks: other })
    expect(differing.body).toMatchObject({
      state: 'differs',
      differs: [1],
      by: ['qiantoudanwei', 'qiantouer'],
    })
    expect(code(await key(third, 1))).toBe('paperKeyedByTwo')
    expect((await key(clerk, 1, { marks: other })).body).toMatchObject({ state: 'settled', differs: [] })
    expect(code(await key(second, 1))).toBe('paperSheetSettled')
    // One calls the sheet unreadable, the other does not.
    await key(clerk, 2, { faulty: true })
    expect((await key(second, 2)).body).toMatchObject({ state: 'differs' })
    expect((await key(second, 2, { faulty: true })).body).toMatchObject({ state: 'settled' })

    // What one entered, the other does not get to see.
    await key(clerk, 3)
    const third3 = (await view()).sheets.find(one => one.number === 3)!
    const ownRows = (await clerk.ask(`GET ${address}/sheets/${third3.id}`)).body['rows'] as {
      own?: unknown
    }[]
    const otherRows = (await second.ask(`GET ${address}/sheets/${third3.id}`)).body['rows'] as {
      own?: unknown
    }[]
    expect([ownRows[0]!.own, otherRows[0]!.own]).toEqual([good, undefined])
    expect(code(await committee.ask(`GET ${address}/sheets/${third3.id}`))).toBe('notConvenor')
    const { db } = office.context
    const id = meeting.address.split('/').at(-1)!
    expect(await refuseUnsettledPaper(db, id)).toMatchObject({
      code: 'paperUnsettled',
      values: { sheets: 1 },
    })
    const removed = await post(clerk, `/sheets/${third3.id}/removed`, { reason: '多录了一张' })
    expect((removed.body as unknown as Paper).sheets.map(one => one.number)).toEqual([1, 2])

    // Scans: a sheet marked by program on the printed form.
    const form = formOf(await view(), id)
    const pages = countPages(form)
    const pictures = await Promise.all(
      Array.from({ length: pages }, (_, at) =>
        makePage(form, voterClass, at + 1, 9_100_001 + at, { factor: 1, odd: 1 }),
      ),
    )
    const scan = (who: Visitor, bytes: Uint8Array) =>
      who.ask(`POST ${address}/scans`, {
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      })
    expect(code(await scan(clerk, new Uint8Array([1, 2, 3])))).toBe('scanKind')
    const dot = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const long = await makeScan(Array.from({ length: 301 }, () => dot))
    expect(code(await scan(clerk, long))).toBe('scanTooLong')
    // A long scan: ten pages at once, the others in the background.
    const blank = Array.from({ length: 10 }, () => dot)
    const pdf = await makeScan([...blank, ...pictures.map(({ bytes }) => bytes), pictures[0]!.bytes])
    const read = await scan(clerk, pdf)
    expect(read.status, read.text).toBe(200)
    const outcomesOf = (pages: unknown) => (pages as { outcome: string }[]).map(({ outcome }) => outcome)
    expect(outcomesOf(read.body['pages'])).toEqual(blank.map(() => 'noPage'))
    const job = `GET /api/jobs/${String(read.body['job'])}`
    await expect.poll(async () => (await clerk.ask(job)).body['state']).toBe('done')
    const rest = JSON.parse((await clerk.ask(`${job}/file`)).raw.toString()) as { pages: { at: number }[] }
    expect(outcomesOf(rest.pages)).toEqual([...pictures.map(() => 'read'), 'seenBefore'])
    expect(rest.pages[0]!.at).toBe(11)
    const scanned = (await view()).sheets.find(one => one.number === 3)!
    expect(scanned).toMatchObject({ state: 'waiting' })
    expect(scanned.doubtful).toBeGreaterThan(0)
    expect(code(await key(clerk, 3))).toBe('paperNumberScanned')
    const shown = await clerk.ask(`GET ${address}/sheets/${scanned.id}`)
    const rows = shown.body['rows'] as { line: number; isOpen: boolean; read?: number | string }[]
    const meant = pictures.flatMap(one => one.meant)
    for (const { line, isOpen, read: mark } of rows)
      if (!isOpen) expect([line, mark]).toEqual([line, markOf(form, meant[line])])
    const picture = await clerk.ask(`GET ${address}/sheets/${scanned.id}/pictures/1`)
    expect([picture.status, picture.raw.subarray(0, 2)]).toEqual([200, Buffer.from([0xff, 0xd8])])
    const doubts = rows.filter(({ isOpen }) => isOpen).map(({ line }) => ({ line, mark: less }))
    const decide = (who: Visitor, more: object = {}) =>
      post(who, `/sheets/${scanned.id}/decided`, { marks: doubts, faulty: false, ...more })
    expect(code(await decide(clerk, { marks: doubts.slice(1) }))).toBe('paperLinesOpen')
    expect((await decide(clerk)).body).toMatchObject({ state: 'once' })
    expect((await decide(second)).body).toMatchObject({ state: 'settled' })

    const cast = await listPaperSheets(db, id)
    expect(cast.length).toBe(3)
    expect(cast[0]!.marks[0]).toMatchObject(isPoints ? { points: points(60) } : { grade: less })
    expect(cast[0]!.marks[1]).not.toHaveProperty('points')
    expect(cast[1]).toMatchObject({ faulty: true, marks: [] })
    expect(await refuseUnsettledPaper(db, id)).toBeUndefined()

    // Pictures go thirty days after the result stands; nothing is entered any more.
    await db.execute(sql`update meeting set phase = 'counted' where id = ${id}`)
    expect(code(await key(clerk, 9))).toBe('meetingNotNow')
    await expect(db.execute(sql`update paper_sheet set settled = false`)).rejects.toThrow()
    await db.execute(sql`update meeting set phase = 'accepted' where id = ${id}`)
    await destroyPastPictures(office.context)
    expect((await clerk.ask(`GET ${address}/sheets/${scanned.id}/pictures/1`)).status).toBe(200)
    office.forward(31 * 24 * 60)
    await destroyPastPictures(office.context)
    const { rows: kept } = await db.execute<{ picture: string | null }>(sql`select picture from paper_page`)
    expect(kept.every(({ picture: hash }) => hash === null)).toBe(true)
    expect((await office.trail()).at(-1)).toMatchObject({ kind: 'paperPicturesDestroyed' })
  })

  test('a sheet lacking a page waits for it; what is out of order is refused; figures by hand are not read', async () => {
    const { office, committee, clerk, lead } = await meetingOffice(await open())
    const meeting = await planned(committee, { phones: false })
    const address = `${meeting.address}/paper`
    const view = async () => (await committee.ask(`GET ${address}`)).body as unknown as Paper
    const paper = await view()
    const id = meeting.address.split('/').at(-1)!
    const form = formOf(paper, id)
    const voterClass = paper.classes[1]!.id
    await committee.ask(`POST ${address}/printed`, { body: { voterClass, sheets: 5, style: 'boxes' } })
    await office.context.db.execute(
      sql`update meeting set phase = 'closed', voting = 'closed' where id = ${id}`,
    )
    const scan = async (bytes: Uint8Array) =>
      (
        await committee.ask(`POST ${address}/scans`, {
          body: Buffer.from(bytes),
          headers: { 'content-type': 'application/octet-stream' },
        })
      ).body['pages'] as { outcome: string; number?: number }[]
    const calm = { factor: 1, odd: 0 } as const
    const pageOf = async (page: number, seed: number, of: PaperForm = form) =>
      (await makePage(of, voterClass, page, seed, calm)).bytes
    const other = { ...form, meeting: 'ffffffff-0000-4000-8000-000000000000' }
    expect(await scan(await pageOf(1, 9_200_000, other))).toMatchObject([{ outcome: 'otherForm' }])
    if (countPages(form) > 1) {
      expect(await scan(await pageOf(2, 9_200_001))).toMatchObject([{ outcome: 'outOfOrder' }])
      await scan(await pageOf(1, 9_200_002))
      const [sheet] = (await view()).sheets
      expect(sheet).toMatchObject({ state: 'incomplete' })
      const decided = await committee.ask(`POST ${address}/sheets/${sheet!.id}/decided`, {
        body: { marks: [], faulty: false },
      })
      expect(code(decided)).toBe('paperPagesMissing')
    } else await scan(await pageOf(1, 9_200_002))
    const handwritten = await planned(clerk, { kind: 'members', lead, phones: false })
    const own = `${handwritten.address}/paper`
    const run = { voterClass: paper.classes[0]!.id, sheets: 3, style: 'figures' }
    const noted = await clerk.ask(`POST ${own}/printed`, { body: run })
    if (paper.marks === 'grades') expect(code(noted)).toBe('paperStyleUnfit')
    else {
      await office.context.db.execute(
        sql`update meeting set phase = 'closed', voting = 'closed' where id = ${handwritten.address.split('/').at(-1)}`,
      )
      const refused = await clerk.ask(`POST ${own}/scans`, {
        body: Buffer.from([0xff, 0xd8, 0xff]),
        headers: { 'content-type': 'application/octet-stream' },
      })
      expect(code(refused)).toBe('paperFigures')
    }
  })
})

function formOf(paper: Paper, meeting: string): PaperForm {
  const { marks, full, grades, classes, lines } = paper
  return {
    meeting,
    marks,
    full: points(full),
    grades,
    classes,
    lines: lines.map((line, at) => ({ unit: `u${at}`, ...line })),
  }
}

function markOf(form: PaperForm, boxes: readonly { kind: string; step: number }[] | undefined) {
  const step = boxes!.find(({ kind }) => kind === 'step')!.step
  if (form.marks === 'grades') return form.grades[step]!.id
  const full = form.full / 1000
  return (full / 10) * step + (boxes!.length > 1 ? full / 20 : 0)
}
