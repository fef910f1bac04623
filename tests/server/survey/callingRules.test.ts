import { createHash } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { presetHours } from '../../../src/domain/campaign/survey/callingHours.ts'
import { describeWays } from '../databases.ts'
import type { Office } from '../office.ts'
import { commissionOf, DAY, end, frameFile, layFrame, next, openSurveys, surveyOf } from './surveyOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

type Way = Parameters<Parameters<typeof describeWays>[1]>[0]

/** A drawn survey of one unit's members, in one stratum. */
async function drawn(open: Way, callers: number, sizes: { size: number; frame: number }, more: object = {}) {
  const there = await openSurveys(await open(), callers)
  office = there.office
  const { committee, surveyor, units } = there
  const survey = surveyOf(committee, surveyor)
  const unit = units[0]!
  const cell = { unit: unit.id, group: 'members' }
  await survey.draft(commissionOf([], 0, { sizes: [{ ...cell, size: sizes.size }], ...more }))
  await survey.entrust()
  const people = Array.from({ length: sizes.frame }, (_, at) => [
    `1390000${1000 + at}`,
    unit.name,
    '党员',
    '',
    '张三',
  ])
  await layFrame(office.context, survey.id, units, people)
  await survey.draw()
  /** Moves the clock to this time of a day; everybody signs in again. */
  const be = async (time: string, day = DAY) => {
    const [hour, minute] = time.split(':').map(Number) as [number, number]
    const at = office!.context.now()
    office!.forward((hour * 60 + minute - at.getHours() * 60 - at.getMinutes() + 1440) % 1440)
    Object.assign(office!.context, { today: () => day })
    for (const [nth, caller] of there.callers.entries()) await caller.signIn(`fangwen${nth}`)
    await surveyor.signIn('diaocha')
  }
  return { ...there, survey, cell, be, caller: there.callers[0]!, people }
}

const answers = { overall: 'satisfied', opinion: '-' }

describeWays('三（二）3 whom an interviewer calls when', open => {
  test('appointments when they are due, then fresh numbers, then others at another hour or day; never in quiet hours or out of the period', async () => {
    const { survey, surveyor, caller, cell, be } = await drawn(
      open,
      1,
      { size: 4, frame: 4 },
      { hours: presetHours, mostAttempts: 3 },
    )
    await be('20:00')
    // The first page says until when.
    const { body: desk } = await caller.ask('GET /api/interview')
    expect(desk).toMatchObject({ calling: { title: expect.any(String), ends: '2018-11-30', days: 18 } })
    const fresh: string[] = []
    for (const [result, more] of [
      ['noAnswer', {}],
      ['appointment', { appointment: `${DAY}T20:30` }],
      ['busy', {}],
      ['unavailable', {}],
    ] as const) {
      const { interview } = await next(caller)
      fresh.push(interview!.case)
      if (result === 'appointment')
        for (const wrong of [`${DAY}T19:00`, `${DAY}T21:30`, '2018-12-03T10:00'])
          expect((await end(caller, interview!.case, result, {}, { appointment: wrong })).body.code).toBe(
            'appointmentWrong',
          )
      expect((await end(caller, interview!.case, result, {}, more)).status).toBe(200)
    }
    expect(new Set(fresh).size).toBe(4)
    expect((await next(caller)).idle).toBe('还有4个号码要在别的时段再拨，其中预约1个')

    await be('20:35')
    const kept = await next(caller)
    expect(kept.interview).toMatchObject({ case: fresh[1], appointment: `${DAY}T20:30`, attempt: 2 })
    await end(caller, fresh[1]!, 'interview', answers)
    // The others were tried in this band of this day.
    expect((await next(caller)).idle).toContain('还有3个号码')

    await be('13:00', '2018-11-13')
    expect((await next(caller)).idle).toBe(
      '现在不是拨打时段；可拨打的时段是09:00至12:00、14:30至17:30、18:30至21:00',
    )
    expect((await survey.get(surveyor, '/progress')).body).toMatchObject({ quiet: true })
    const again = [fresh[0], fresh[2], fresh[3]]
    for (const [time, day] of [
      ['09:30', '2018-11-13'],
      ['15:00', '2018-11-13'],
    ] as const) {
      await be(time, day)
      for (const id of again) {
        const { interview } = await next(caller)
        expect(interview!.case).toBe(id)
        await end(caller, interview!.case, 'noAnswer')
      }
    }
    // Three attempts each: nobody is called a fourth time.
    await be('19:00', '2018-11-13')
    expect((await next(caller)).idle).toBe('号码已经拨完')
    const { body } = await survey.get(surveyor, `/cases?unit=${cell.unit}`)
    expect(
      (body['cases'] as { attempts: number; stateName: string; number: string; lastOn: string }[])
        .map(({ attempts, stateName, lastOn }) => [attempts, stateName, lastOn])
        .toSorted(),
    ).toEqual([[2, '已完成', DAY], ...Array.from({ length: 3 }, () => [3, '无人接听', '2018-11-13'])])
    for (const [day, idle] of [
      ['2018-10-31', '还没有到访问开始的日期'],
      ['2018-12-01', '已过访问截止的日期'],
    ] as const) {
      Object.assign(office!.context, { today: () => day })
      expect((await next(caller)).idle).toContain(idle)
    }
  })

  test('reserve numbers come in their drawn order, which anybody works out again from the record', async () => {
    const { survey, surveyor, committee, people, cell } = await drawn(open, 1, { size: 2, frame: 6 })
    expect((await survey.post(surveyor, 'reserve', { ...cell, take: 2, reason: '拒访多' })).body).toEqual({
      released: 2,
    })
    expect(
      (await survey.post(surveyor, 'reserve', { ...cell, take: 3, reason: '拒访多' })).body,
    ).toMatchObject({
      code: 'reserveSpent',
    })
    const { text } = await survey.get(committee, '/draw.txt')
    for (const [number] of people) expect(text).not.toContain(number)
    expect(text).not.toContain('张三')
    const [, fingerprint, seed, list, result] =
      /名单指纹：(\w+)\n种子：(.*)\n\n【冻结的名单】\n([^]*)\n【抽中】\n([^]*)$/.exec(text)!
    const sha = (of: string) => createHash('sha256').update(of).digest('hex')
    expect(sha(list!)).toBe(fingerprint)
    const order = list!
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => line.slice(0, 7))
      .toSorted((one, other) =>
        sha(`${fingerprint}:${seed}:${one}`) < sha(`${fingerprint}:${seed}:${other}`) ? -1 : 1,
      )
    expect(order).toHaveLength(6)
    const lots = result!
      .trimEnd()
      .split('\n')
      .map(line => [Number(/第(\d+)$/.exec(line)![1]), line.slice(0, 7)] as const)
      .toSorted(([one], [other]) => one - other)
    expect(lots.map(([, nth]) => nth)).toEqual(order.slice(0, 4))
    expect((await office!.trail()).at(-1)).toMatchObject({ kind: 'reserveReleased', values: { released: 2 } })
  })

  test('of each interviewer: calls, length, refusals and one answer too often', async () => {
    const { survey, surveyor, callers } = await drawn(open, 2, { size: 8, frame: 8 })
    const [quick, refused] = callers
    for (let nth = 0; nth < 3; nth++) {
      const { interview } = await next(quick!)
      office!.forward(1)
      await end(quick!, interview!.case, 'interview', answers)
    }
    for (const result of ['refusal', 'breakOff', 'interview', 'noAnswer']) {
      const { interview } = await next(refused!)
      await end(
        refused!,
        interview!.case,
        result,
        result === 'interview' ? { overall: 'dissatisfied', opinion: '-' } : {},
      )
    }
    const { interview } = await next(refused!)
    expect(interview).toBeDefined()
    const { body } = await survey.get(surveyor, '/progress')
    const rows = body['interviewers'] as Record<string, unknown>[]
    const of = (id: string) => rows.find(row => row['id'] === id)
    expect(of(quick!.id)).toMatchObject({
      calls: 3,
      answers: 3,
      sameAnswerName: '满意',
      sameAnswer: { value: 1 },
      refusals: { value: 0 },
      atWork: false,
    })
    expect(of(quick!.id)!['seconds']).toBeGreaterThanOrEqual(59)
    expect(of(refused!.id)).toMatchObject({
      calls: 4,
      answers: 1,
      sameAnswerName: '不满意',
      refusals: { value: 2 / 3 },
      atWork: true,
    })
    expect(body['outcomes']).toMatchObject({ I: 4, R: 2, UH: 2 })
    // Opened once, and counted anew when another interview comes in.
    await end(refused!, interview!.case, 'interview', { overall: 'satisfied' })
    const later = (await survey.get(surveyor, '/progress')).body
    expect(later['outcomes']).toMatchObject({ I: 4, P: 1, R: 2, UH: 1 })
  })

  test('a bureau’s workbook of answers: headings matched by hand, wrong rows refused, handed in again it takes the place of the first', async () => {
    const there = await openSurveys(await open(), 0)
    office = there.office
    const { committee, surveyor, units } = there
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([units[0]!.id], 0, { way: 'file' }))
    await survey.entrust()
    const send = async (rows: readonly (readonly (string | null)[])[], as = '') =>
      survey.sendFile('answers', await frameFile(rows), { name: '结果.xlsx', as })
    const keep = ({ body }: { readonly body: object }) =>
      survey.post(surveyor, `file/${String((body as { readonly id: string }).id)}/keep`)
    const head = ['单位', '人群', '总评', '意见']
    const good = Array.from({ length: 12 }, (_, at) => [
      units[0]!.name,
      '党员',
      at === 0 ? '不满意' : '满意',
      at === 1 ? '多下基层' : null,
    ])
    expect((await send([head, ...good])).body).toMatchObject({
      state: 'failed',
      headings: {
        columns: ['单位', '对象', '第1题', '第2题'],
        found: head,
        likely: ['单位', '人群', '', '意见'],
      },
    })
    const as = '对象\t人群\n第1题\t总评\n第2题\t意见'
    const wrong = [
      ['某单位', '党员', '满意', null],
      [units[0]!.name, '党员', '很好', null],
    ]
    const bad = await send([head, ...good, ...wrong], as)
    expect(bad.body).toMatchObject({
      rows: 14,
      accepted: 12,
      refused: 2,
      refusedRows: [
        { row: 14, column: '单位' },
        { row: 15, column: '第1题' },
      ],
      counts: [{ unitName: units[0]!.name, groupName: '党员', answers: 12, what: '满意11，不满意1' }],
    })
    await survey.post(surveyor, `file/${String(bad.body['id'])}/drop`)
    for (const times of [1, 2]) {
      const more = Array.from({ length: times }, () => good).flat()
      expect((await keep(await send([head, ...more], as))).body).toMatchObject({ state: 'kept' })
      expect(await survey.view(), `handed in ${times} times`).toMatchObject({ answers: 12 * times })
    }
    await survey.act(surveyor, 'hand-over', { method: '本局系统' })
    await survey.act(committee, 'accept', { adds: false })
    const { rows } = await office.context.db.execute<{ body: object }>(
      `select body from fact where kind = 'surveys' and withdrawn_at is null`,
    )
    expect(rows.map(({ body }) => body)).toMatchObject([
      { group: 'members', answers: { satisfied: 22, dissatisfied: 2 } },
    ])
  })
})
