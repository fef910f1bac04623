import { afterEach, expect, test } from 'vitest'
import { sentenceOfRefusal } from '../../../src/contract/shape/refusalSentences.ts'
import { refuse } from '../../../src/domain/kernel/refusal.ts'
import { describeWays } from '../databases.ts'
import { type ALedger, openALedger } from './aLedger.ts'

let ledger: ALedger

afterEach(() => ledger.office.close())

const HEAD = ['类别 *', '标题 *', '发生日期 *', '所属期间', '参加人数', '说明', '补录原因']
const PATH = '/api/years/2018/units/U2/entry-imports'

interface Preview {
  readonly id: string
  readonly read: number
  readonly accepted: readonly { readonly row: number; readonly period: string; readonly late: boolean }[]
  readonly refused: readonly { readonly row: number; readonly column?: string; readonly reason: string }[]
}

const preview = async (rows: readonly (readonly (string | number | null)[])[]): Promise<Preview> =>
  (await ledger.send(PATH, [HEAD, ...rows])).body as never

const commit = (id: string, body: object = {}) => ledger.unit.ask(`POST ${PATH}/${id}/commit`, { body })

describeWays('四（一） imports', open => {
  test('listCellMissing, listCellWrong, ledgerTwinInFile, ledgerImportDone: rows are accepted, or refused with place and reason; nothing is entered before it is confirmed', async () => {
    ledger = await openALedger(await open())
    await ledger.enter()
    const seen = await preview([
      ['周五集中学习', '学习党章', '2018/12/7', null, 23, null, null],
      ['周五集中学习', '学 习 党章', '2018年12月7日', null, null, null, null],
      ['班子会议研究党建', '班子会研究党建工作', '2018-12-05', null, null, null, null],
      ['主题党日', '义务植树', '2018-03-12', '3月', '31人', '春季植树', '联络员调整'],
      ['开大会', '年会', '2018-12-01', null, null, null, null],
      ['会议', null, '2018-12-01', null, null, null, null],
      ['会议', '年会', '十二月', null, null, null, null],
      ['会议', '年会', '2018-12-01', '第五季度', null, null, null],
      ['会议', '年会', '2018-12-01', '第四季度', '许多', null, null],
      ['会议', '年会', '2018-12-31', null, null, null, null],
      [],
    ])
    expect(seen.read).toBe(10)
    expect(seen.accepted).toMatchObject([
      { row: 2, period: '2018-12', late: false },
      { row: 5, period: '2018-03', late: true },
    ])
    const why = (row: number) => seen.refused.find(one => one.row === row)
    expect(why(3)!.reason).toBe(sentenceOfRefusal(refuse('ledgerTwinInFile', { row: 2 })))
    expect(why(4)!.reason).toContain('已于2018年12月24日登记过')
    expect([6, 7, 8, 9, 10].map(row => why(row)!.column)).toEqual([
      '类别',
      '标题',
      '发生日期',
      '所属期间',
      '参加人数',
    ])
    expect(why(8)).toMatchObject({ column: '发生日期', cell: 'C8' })
    expect(why(7)!.reason).toBe(sentenceOfRefusal(refuse('listCellMissing', { column: '标题' })))
    const wanted = { column: '发生日期', cell: '十二月', wanted: '日期，如2018-07-06' }
    expect(why(8)!.reason).toBe(sentenceOfRefusal(refuse('listCellWrong', wanted)))
    expect(why(11)!.reason).toContain('还没有到')
    expect(await ledger.facts()).toHaveLength(1)

    expect((await commit(seen.id)).body).toEqual({ entered: 2 })
    expect((await commit(seen.id)).body).toMatchObject({ code: 'ledgerImportDone' })
    expect(await ledger.facts()).toMatchObject([
      { counter: 'boardMeeting' },
      { counter: 'fridayStudy', period: '2018-12', count: 1 },
      { counter: 'themedPartyDay', period: '2018-03', count: 1 },
    ])
    const { entries } = (await ledger.unit.ask('GET /api/years/2018/units/U2/entries')).body as never as {
      entries: object[]
    }
    expect(entries).toHaveLength(3)
    expect(entries).toContainEqual(
      expect.objectContaining({ title: '义务植树', participants: 31, late: true, lateReason: '联络员调整' }),
    )
  })

  test('ledgerImportOutdated, ledgerLateReasonMissing, listEmpty, tableHeadingsMissing, tableRowsTooMany: imports that are refused', async () => {
    ledger = await openALedger(await open())
    const row = ['会议', '年会', '2018-12-01', null, null, null, null]
    const [one, other] = [await preview([row]), await preview([row])]
    expect((await commit(one.id)).status).toBe(200)
    expect((await commit(other.id)).body).toMatchObject({
      code: 'ledgerImportOutdated',
      message: expect.stringContaining('年会'),
    })
    const late = await preview([['会议', '春季例会', '2018-03-01', null, null, null, null]])
    expect((await commit(late.id)).body).toMatchObject({ code: 'ledgerLateReasonMissing' })
    expect((await commit(late.id, { lateReason: '集中补录' })).body).toEqual({ entered: 1 })
    const none = await preview([['会议', null, null, null, null, null, null]])
    expect((await commit(none.id)).body).toMatchObject({ code: 'listEmpty' })
    expect((await ledger.send(PATH, [['单位', '事项']])).body).toMatchObject({ code: 'tableHeadingsMissing' })
    expect((await ledger.send(PATH, [HEAD, ...Array.from({ length: 2001 }, () => row)])).body).toMatchObject({
      code: 'tableRowsTooMany',
    })
    expect((await ledger.send(PATH, [HEAD], ledger.stranger)).status).toBe(403)
    expect(
      (
        await ledger.stranger.ask(`POST /api/years/2018/units/U4/entry-imports/${late.id}/commit`, {
          body: {},
        })
      ).status,
    ).toBe(404)
  })

  test('problems of last year can also be imported from a file', async () => {
    ledger = await openALedger(await open())
    const path = '/api/years/2018/remedy-imports'
    const send = (rows: readonly (string | null)[][], who = ledger.committee) =>
      ledger.send(path, [['单位', '问题', '对应的行', '整改措施', '完成期限'], ...rows], who)
    expect((await send([], ledger.unit)).status).toBe(403)
    const seen = (
      await send([
        ['州农业局', '党费收缴不及时', '四.4', '按月收缴', '2018-06-30'],
        ['州农业局', '党费收缴不及时', null, null, null],
        ['州粮食局', '甲', null, null, null],
        ['州农业局', '乙', '九.9', null, null],
        ['州农业局', '丙', null, null, '明年'],
        ['州农业局', '丁', null, null, '2091-06-30'],
      ])
    ).body as never as Preview
    expect(seen.accepted).toMatchObject([{ row: 2, unitName: '州农业局' }])
    expect(seen.refused.map(one => one.row)).toEqual([3, 4, 5, 6, 7])
    expect((await ledger.committee.ask(`POST ${path}/${seen.id}/commit`, { body: {} })).body).toEqual({
      added: 1,
    })
    expect((await ledger.unit.ask('GET /api/years/2018/units/U2/remedies')).body['items']).toMatchObject([
      {
        origin: 'committee',
        problem: '党费收缴不及时',
        row: '四.4',
        deadline: '2018-06-30',
        overdue: true,
        stateName: '未开始',
      },
    ])
  })
})
