import { afterEach, expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { picture } from '../files/madeFiles.ts'
import type { Office, openOffice } from '../office.ts'
import { AT, openToPublish, plan, siteOf } from './publishOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

const { read, write } = siteOf(() => office!)

async function openDemo(database: Parameters<typeof openOffice>[0]) {
  const demo = await openToPublish(database)
  office = demo.office
  return demo
}

describeWays('四（六） notice boards and the period', open => {
  test('a notice board is recorded by its unit with place and days; commentBoardShut: without a comment board nothing is taken', async () => {
    const { committee, publication, act, release } = await openDemo(await open())
    await committee.ask(`PUT ${AT}`, { body: { ...plan, comments: 'off' } })
    await release()
    await act('release')
    const { unit } = (await publication()).units[0]!
    const other = (await publication()).units[1]!.unit
    expect((await write(`/public/2018/${unit}/comments`, { wrote: '好' })).page).toContain('不设发言板块')
    const own = await office!.someone('danwei', [{ role: 'unit', unit }])
    const taken = { way: 'paper', day: '2018-12-24', wrote: '好' }
    expect((await own.ask(`POST /api/years/2018/units/${unit}/comments`, { body: taken })).body.code).toBe(
      'commentBoardShut',
    )
    const put = (body: object) => own.ask(`PUT /api/years/2018/units/${unit}/notice-board`, { body })
    const board = { kind: 'board', place: '一楼大厅', up: '2018-12-24', revision: 0 }
    expect((await put({ ...board, up: '2018-12-25' })).body.code).toBe('boardFuture')
    expect((await put({ ...board, down: '2018-12-23' })).body.code).toBe('boardDaysTurned')
    expect((await put({ ...board, up: '2018-12-23' })).body.code).toBe('boardBefore')
    expect((await put(board)).body).toEqual({ revision: 1 })
    expect((await put(board)).body.code).toBe('staleRevision')
    expect((await publication()).units[0]).toMatchObject({
      boards: [{ kind: 'board', place: '一楼大厅', up: '2018-12-24', files: [] }],
    })
    expect((await publication(own)).units).toHaveLength(1)
    // Its web site is another entry; a photo that nobody sent is refused.
    const site = { ...board, kind: 'site', place: '门户网站公示公告栏' }
    const unknown = [{ file: 'a'.repeat(64), name: '照片.jpg' }]
    expect((await put({ ...site, files: unknown })).body.code).toBe('fileUnknown')
    expect((await put(site)).body).toEqual({ revision: 1 })
    const photo = await own.ask(`POST /api/files?name=${encodeURIComponent('照片.png')}`, {
      body: await (await picture(4)).png().toBuffer(),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const files = [{ file: photo.body['file'], name: '照片.png' }]
    expect((await put({ ...board, files, revision: 1 })).body).toEqual({ revision: 2 })
    expect((await publication()).units[0]!.boards).toMatchObject([
      { kind: 'board', revision: 2, files: [{ name: '照片.png', type: 'png' }] },
      { kind: 'site', files: [] },
    ])

    // Who has neither is late once the last day is past.
    const late = async () => JSON.stringify((await committee.ask('GET /api/years/2018/due')).body)
    expect(await late()).not.toContain('没有登记宣传栏或网站公示')
    await office!.context.database.run(
      "update publication set from_day = '2018-12-01', to_day = '2018-12-20'",
    )
    expect(await late()).toContain('有23个单位没有登记宣传栏或网站公示')
    // The period is over: the site shows nothing and takes nothing; what came in stays with the office.
    expect((await publication()).plan?.standing).toBe('over')
    expect((await read('/public')).page).toContain('没有正在公示的内容')
    expect((await read(`/public/2018/${unit}`)).status).toBe(404)
    expect((await write(`/public/2018/${unit}/comments`, { wrote: '好' })).status).toBe(404)
    expect((await committee.ask('GET /api/years/2018/comments')).status).toBe(200)

    // After a publication was withdrawn, its unit enters the day on which it came down, and nothing new.
    expect((await act('withdraw', { reason: '内容有误' })).status).toBe(200)
    expect((await put({ ...board, down: '2018-12-24', files, revision: 2 })).body).toEqual({ revision: 3 })
    const second = await office!.someone('danwei2', [{ role: 'unit', unit: other }])
    const fresh = await second.ask(`PUT /api/years/2018/units/${other}/notice-board`, { body: board })
    expect(fresh.body.code).toBe('boardWithdrawn')
  })

  test('a plan whose last day is past is not saved, and not released once that day went by', async () => {
    const { committee, act, release } = await openDemo(await open())
    const past = { ...plan, from: '2018-12-01', to: '2018-12-10' }
    expect((await committee.ask(`PUT ${AT}`, { body: past })).body.code).toBe('publicationPast')
    await committee.ask(`PUT ${AT}`, { body: plan })
    await release()
    await office!.context.database.run(
      "update publication set from_day = '2018-12-01', to_day = '2018-12-10'",
    )
    expect((await act('release')).body.code).toBe('publicationPast')
  })
})
