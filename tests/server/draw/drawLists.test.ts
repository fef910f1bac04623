import { expect, test } from 'vitest'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import { describeWays } from '../databases.ts'
import { drawOffice, members, prepare, prepared, save } from './drawOffice.ts'

describeWays('四（二） the lists to draw from', open => {
  test('kept by the unit or the committee, not for other units; ids stay with their lines across versions', async () => {
    const { committee, unit, stranger } = await drawOffice(await open())
    expect((await save(stranger, 'U2', 'member', members(6))).body).toMatchObject({ code: 'outOfReach' })
    expect(
      (await save(unit, 'U2', 'branch', [{ name: '第一支部' }, { name: '第二支部' }])).body['lines'],
    ).toEqual([
      { id: '001', name: '第一支部' },
      { id: '002', name: '第二支部' },
    ])
    const next = await save(committee, 'U2', 'branch', [{ name: '离退休支部' }, { name: '第二支部' }], 1)
    expect(next.body['lines']).toEqual([
      { id: '002', name: '第二支部' },
      { id: '003', name: '离退休支部' },
    ])
    expect(next.body['text']).toBe('#2018\tU2\t党支部\n002\t第二支部\n003\t离退休支部\n')
    const overview = await unit.ask('GET /api/years/2018/draw-lists')
    expect(overview.body['units']).toMatchObject([
      { unit: 'U2', lists: { branch: { version: 2, count: 2, frozen: false } }, drawn: [], waiting: [] },
    ])
    const paged = async (filter: object) =>
      (
        await unit.ask(
          `GET /api/years/2018/draw-lists?page=0&filter=${encodeURIComponent(JSON.stringify(filter))}`,
        )
      ).body
    expect(await paged({ branchState: ['未冻结'] })).toMatchObject({
      units: [{ unit: 'U2' }],
      paging: { found: 1, all: 1, choices: { whole: [{ text: '不齐', count: 1 }] } },
    })
    expect(await paged({ branchState: ['已冻结'] })).toMatchObject({
      units: [],
      paging: { found: 0, all: 1 },
    })
    expect((await save(committee, 'U9', 'branch', [{ name: '甲' }])).body).toMatchObject({
      code: 'noSuchUnit',
    })
  })

  test('numbers that look like telephone or identity card numbers, twins and empty lists are refused', async () => {
    const { unit } = await drawOffice(await open())
    const refusal = async (lines: readonly object[]) => (await save(unit, 'U2', 'member', lines)).body
    expect(await refusal([])).toMatchObject({ code: 'drawListEmpty' })
    expect(await refusal([{ name: '张三 138 0013 8000' }])).toMatchObject({
      code: 'drawListFaulty',
      message: expect.stringContaining('电话'),
    })
    expect(await refusal([{ name: '张三', branch: '４３３１０１１９９００１０１００１１' }])).toMatchObject({
      code: 'drawListFaulty',
    })
    expect(await refusal([{ name: '张三' }, { name: ' 张三' }])).toMatchObject({
      message: expect.stringContaining('第2行'),
    })
    expect(await refusal([{ name: '\u200b\t#' }])).toMatchObject({ code: 'drawListFaulty' })
  })

  test('a workbook is read and not saved: refused rows have their reasons, and columns of private data refuse the whole file', async () => {
    const { unit, stranger } = await drawOffice(await open())
    const read = async (who: typeof unit, rows: (string | number)[][]) => {
      const body = await bytesOf(rows)
      return who.ask('POST /api/years/2018/units/U2/draw-lists/member/reading?name=a.xlsx', {
        body,
        headers: { 'content-type': 'application/octet-stream' },
      })
    }
    const good = await read(unit, [
      ['序号', '姓名', '所在支部'],
      [1, '张三', '第一支部'],
      [2, '', '第一支部'],
      [3, '张三', '第一支部'],
      [4, '李四', '第二支部'],
    ])
    expect(good.body['lines']).toEqual([
      { name: '张三', branch: '第一支部' },
      { name: '李四', branch: '第二支部' },
    ])
    expect(good.body['refused']).toMatchObject([
      { row: 3, reason: expect.stringContaining('没有名称') },
      { row: 4, reason: expect.stringContaining('第2行') },
    ])
    expect(
      (
        await read(unit, [
          ['姓名', '手机号码'],
          ['张三', '13800138000'],
        ])
      ).body,
    ).toMatchObject({ code: 'drawColumnRefused' })
    expect(
      (
        await read(unit, [
          ['编号', '单位'],
          ['1', '甲'],
        ])
      ).body,
    ).toMatchObject({ code: 'tableHeadingsMissing' })
    expect((await read(stranger, [['姓名'], ['张三']])).body).toMatchObject({ code: 'outOfReach' })
    const broken = await unit.ask('POST /api/years/2018/units/U2/draw-lists/member/reading', {
      body: Buffer.from('no workbook'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(broken.body).toMatchObject({ code: 'notWorkbook' })
    expect((await unit.ask('GET /api/years/2018/units/U2/draw-lists')).body['lists']).toMatchObject([
      { versions: [] },
      { versions: [] },
    ])
  })

  test('the request for a draw is checked: units, numbers, seeds', async () => {
    const { committee } = await drawOffice(await open())
    await save(committee, 'U2', 'member', members(12))
    expect((await prepare(committee, [])).body).toMatchObject({ code: 'drawNoUnits' })
    expect((await prepare(committee, ['U2'], { takes: { member: 11 } })).body).toMatchObject({
      code: 'drawTakeWrong',
    })
    expect((await prepare(committee, ['U2'], { takes: {} })).body).toMatchObject({ code: 'drawTakeWrong' })
    expect((await prepare(committee, ['U9'])).body).toMatchObject({ code: 'noSuchUnit' })
    const address = await prepared(committee, ['U2'])
    const seed = async (kind: string, ...parts: [string, string][]) =>
      (
        await committee.ask(`POST ${address}/seed`, {
          body: { kind, parts: parts.map(([by, text]) => ({ by, text })) },
        })
      ).body.code
    expect(await seed('dice', ['甲', '1234567'])).toBe('drawDiceWrong')
    expect(await seed('dice', ['甲', '12345678'])).toBe('drawDiceWrong')
    expect(await seed('parties', ['甲', '1234'])).toBe('drawSeedMissing')
    expect(await seed('parties', ['甲', '1234'], ['乙', '一二三四'])).toBe('drawNumberWrong')
    expect(await seed('parties', ['甲', '1234'], ['甲', '5678'])).toBe('drawPartiesSame')
    expect(
      (await committee.ask('GET /api/years/2018/draws/00000000-0000-4000-8000-000000000000')).body,
    ).toMatchObject({ code: 'notFound' })
  })
})

async function bytesOf(rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const sheet = { name: '名单', columns: [{ width: 10 }], rows: rows.map(row => row.map(value => value)) }
  return Buffer.from(await writeWorkbook({ title: '名单', madeOn: '2018-12-24', sheets: [sheet] }))
}
