import { afterEach, expect, test } from 'vitest'
import { readWorkbook } from '../../results/readWorkbook.ts'
import { describeWays } from '../databases.ts'
import { fileOf } from '../finished.ts'
import type { Office } from '../office.ts'
import { commissionOf, openSurveys, surveyOf } from './surveyOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('三（二）3 the analysis of a survey', open => {
  test('a bureau’s file is weighed and read: small groups without figures, open answers that name somebody withheld', async () => {
    const there = await openSurveys(await open(), 0)
    office = there.office
    const { committee, surveyor, units } = there
    const group = await office.someone('lingdao', [{ role: 'leadingGroup' }])
    const survey = surveyOf(committee, surveyor)
    const ids = units.map(({ id }) => id)
    const [known, ...others] = commissionOf(ids, 0).sizes
    const drafted = await survey.draft(
      commissionOf(ids, 0, { way: 'file', sizes: [{ ...known!, population: 14 }, ...others] }),
    )
    expect(drafted.status).toBe(200)
    const sizes = await committee.ask('GET /api/years/2018/surveys/sizes?component=survey&halfWidth=10')
    const proposed = sizes.body['sizes'] as { population?: number; size: number }[]
    expect(proposed.every(({ size }) => size >= 10 && size <= 100)).toBe(true)
    // How many people there are is taken from the last commission that says so; nobody is asked twice.
    expect(proposed.map(({ population }) => population).filter(one => one !== undefined)).toEqual([14])
    expect(proposed.find(({ population }) => population === 14)!.size).toBeLessThanOrEqual(14)
    await survey.entrust()
    const lines = units
      .slice(0, 2)
      .flatMap(({ name }, at) =>
        ['党员', '群众'].flatMap(who =>
          Array.from(
            { length: at === 0 ? 12 : 4 },
            (_, nth) =>
              `${name},${who},${nth % 3 === 0 ? '不满意' : '满意'},${nth === 0 ? '王书记电话13812345678' : '希望多组织党员活动'}`,
          ),
        ),
      )
    // Headings as bureaus usually write them.
    const kept = await survey.keepFile('answers', ['单位,对象,总体满意度,意见建议', ...lines].join('\n'))
    expect(kept.body).toMatchObject({ state: 'kept', rows: lines.length, accepted: lines.length, refused: 0 })
    await survey.view()

    const analysis = (await survey.get(surveyor, '/analysis')).body as never as {
      units: { valid: number; mean?: { value: number; low: number; high: number } }[]
      disagreements: object[]
    }
    expect(analysis.units.map(({ valid, mean }) => [valid, mean === undefined])).toEqual([
      [24, false],
      [8, true],
      [0, true],
    ])
    const mean = analysis.units[0]!.mean!
    expect(mean.value).toBeCloseTo((8 * 100 + 4 * 50) / 12, 9)
    expect(mean.low < mean.value && mean.value < mean.high && mean.high <= 100).toBe(true)
    expect(analysis.disagreements).toEqual([])
    expect((await survey.get(committee, '/open-answers')).body).toMatchObject({
      withheld: 2,
      groups: [{ text: '希望多组织党员活动' }],
    })
    expect((await survey.get(committee, '/open-answers')).text).not.toContain('13812345678')

    // Others see nothing before it is handed over, and open answers only where the commission says so.
    expect((await survey.get(group, '/analysis')).body).toMatchObject({ code: 'notFound' })
    await survey.act(surveyor, 'hand-over', { method: '社情民意调查系统' })
    expect((await survey.get(group, '/analysis')).status).toBe(200)
    expect((await survey.get(group, '/open-answers')).body).toMatchObject({ code: 'opinionsNotOpen' })
    const job = await survey.post(committee, 'report')
    expect((await fileOf(committee, job.body['job'])).subarray(0, 2).toString()).toBe('PK')

    // The tables as a workbook: the same figures, and open answers for those alone who may read them.
    const sheetsFor = async (who: typeof committee) =>
      readWorkbook(new Uint8Array((await survey.get(who, '/results.xlsx')).raw))
    const saved = await sheetsFor(committee)
    expect([...saved.keys()]).toEqual(['各单位得分', '交叉表', '没有回答的', '样本与总体', '意见建议'])
    const [line, few] = [...saved.get('各单位得分')!.values()]
      .slice(3)
      .map(row => row.map(cell => cell?.value))
    expect(line!.slice(0, 2)).toEqual([units[0]!.name, 24])
    expect(line![2]).toBeCloseTo(mean.value, 9)
    expect(few!.at(5)).toBe('不足')
    expect(JSON.stringify([...saved.get('意见建议')!])).not.toContain('13812345678')
    expect([...(await sheetsFor(group)).keys()]).toEqual(['各单位得分', '交叉表', '没有回答的', '样本与总体'])
  })
})
