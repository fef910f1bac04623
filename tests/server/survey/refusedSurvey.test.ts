import { expect, test } from 'vitest'
import { insertImport } from '../../../src/server/rooms/survey/imports.store.ts'
import { findSurveyed } from '../../../src/server/rooms/survey/loadSurvey.ts'
import { describeWays } from '../databases.ts'
import { callAll, commissionOf, end, layFrame, next, peopleOf, surveyOf } from './surveyOffice.ts'
import { openForTest } from './openForTest.ts'

describeWays('四（三） what a survey refuses', open => {
  test('a survey without a component of the scheme to count for', () => {
    expect(findSurveyed({ components: [], rulings: [] } as never, 'survey')).toMatchObject({
      code: 'noSurveyComponent',
    })
  })

  test('a commission, a questionnaire, a frame and a draw that are wrong, each with its sentence', async () => {
    const there = await openForTest(await open())
    const { committee, surveyor, units } = there
    const [one, two] = units
    const survey = surveyOf(committee, surveyor)
    const good = commissionOf([one!.id], 2)
    for (const [more, code] of [
      [{ deleteOn: '2018-11-30' }, 'surveyDays'],
      [{ hours: [{ from: '12:00', to: '09:00' }] }, 'surveyHours'],
      [{ hours: [{ from: '09:00', to: '12:75' }] }, 'inputInvalid'],
      [{ sizes: [{ unit: 'nobody', group: 'members', size: 3 }] }, 'surveySizeUnknown'],
    ] as const)
      expect((await survey.draft({ ...good, ...more })).body).toMatchObject({ code })
    await survey.draft({ ...good, sizes: [] })
    expect((await survey.entrust()).body).toMatchObject({ code: 'surveyNobodyAsked' })
    const past = { begins: '2018-10-01', ends: '2018-10-02', deleteOn: '2018-10-03' }
    await survey.plan({ ...good, ...past })
    expect((await survey.entrust()).body).toMatchObject({ code: 'surveyOver' })
    await survey.plan(good)
    await survey.entrust()
    expect((await survey.plan({ ...good, title: '另一项' })).body).toMatchObject({ code: 'commissionFixed' })
    expect((await survey.plan({ ...good, sizes: [] })).body).toMatchObject({ code: 'surveyNobodyAsked' })
    expect((await survey.entrust()).body).toMatchObject({ code: 'surveyStep' })
    expect(
      (
        await survey.ask({
          opening: '您好',
          closing: '',
          questions: [{ kind: 'open', id: 'q', text: '建议' }],
        })
      ).body,
    ).toMatchObject({ code: 'questionnaireFault' })
    const choice = (...options: { id: string; text: string }[]) => ({
      opening: '您好',
      closing: '',
      questions: [
        { kind: 'satisfaction', id: 's', text: '总体评价', counts: true, turned: false, options: [] },
        { kind: 'choice', id: 'c', text: '知道吗', turned: false, options },
      ],
    })
    const know = { id: 'a', text: '知道' }
    for (const other of [
      { id: 'b', text: ' 知道 ' },
      { id: '-', text: '不知道' },
    ])
      expect((await survey.ask(choice(know, other))).body).toMatchObject({ code: 'questionnaireFault' })
    expect((await survey.draw()).body).toMatchObject({ code: 'frameEmpty' })
    const by = '组织考核者'
    const parts = {
      parts: [
        { by, text: '1234' },
        { by: ` ${by}`, text: '5678' },
      ],
    }
    expect((await survey.act(surveyor, 'draw', parts)).body).toMatchObject({ code: 'drawPartySame' })
    const people = peopleOf(one!.id, one!.name, 3)
    // Without headings the first row is a person: nothing of it is kept.
    const headless = await survey.upload(people.slice(1), people[0]!)
    expect(headless.body).toMatchObject({ state: 'failed', fault: expect.stringContaining('电话号码') })
    expect(headless.body['headings']).toBeUndefined()
    expect(JSON.stringify(headless.body)).not.toContain(people[0]![0])
    // Headings and nothing below: there is nothing to be confirmed.
    expect((await survey.upload([])).body).toMatchObject({ state: 'failed', fault: expect.any(String) })
    // Other headings are matched by a person, who is told what was found.
    const others = ['打给谁', '归哪里', '身份', '片', '称呼']
    const unmatched = await survey.upload(people, others)
    expect(unmatched.body).toMatchObject({ state: 'failed', headings: { found: others } })
    const matched = await survey.upload(people, others, '电话号码\t打给谁\n单位\t归哪里\n对象\t身份')
    expect(matched.body).toMatchObject({ state: 'read', rows: 6, accepted: 6 })
    await survey.post(surveyor, `frame/${String(matched.body['id'])}/drop`)
    const read = await survey.upload([
      ...people,
      ['1390002a000', one!.name, '党员', null, null],
      [people[0]![0]!, one!.name, '党员', null, null],
      ['13912345678', two!.name, '党员', null, null],
      // Cells that slipped: neither name nor number is kept with the reason.
      ['欧阳验证，13912345670', one!.name, '党员', null, null],
      ['13912345671', '13912345672', '党员', null, null],
      ['13912345673', one!.name, '党员', null, '欧阳验证'.repeat(11)],
    ])
    expect(read.body).toMatchObject({ state: 'read', rows: 12, accepted: 6, refused: 6 })
    expect(read.text).not.toMatch(/欧阳|1391234567/)
    const reasons = (read.body['refusedRows'] as { reason: string }[]).map(({ reason }) => reason)
    expect(reasons).toEqual([
      expect.stringContaining('不是电话号码'), // phoneNumberWrong
      expect.stringContaining('号码与第2行相同'), // phoneNumberTwice
      expect.stringContaining('这项调查不访问'), // frameUnitUnasked
      expect.stringContaining('不是电话号码'),
      expect.stringContaining('139******72'),
      expect.stringContaining('超过40字'),
    ])
    expect(reasons[0]).not.toContain('2a0')
    expect((await survey.upload(people)).body).toMatchObject({ code: 'frameBusy' })
    const part = String(read.body['id'])
    expect((await survey.post(surveyor, `frame/${part}/keep`)).body).toMatchObject({
      state: 'kept',
      accepted: 6,
    })
    expect((await survey.post(surveyor, `frame/${part}/keep`)).body).toMatchObject({ code: 'frameGone' })
    // The same file again: every row is refused, none is lost.
    const again = await survey.upload(people)
    expect(again.body).toMatchObject({ rows: 6, accepted: 0, refused: 6 })
    await survey.post(surveyor, `frame/${String(again.body['id'])}/drop`)
    await survey.draw()
    const empty = surveyOf(committee, surveyor)
    await empty.draft(commissionOf([one!.id, two!.id], 2))
    await empty.entrust()
    await empty.keep(people)
    expect((await empty.draw()).body).toMatchObject({ code: 'frameShort' })
  })

  test('calls, call-backs, separation and deletion out of turn', async () => {
    const there = await openForTest(await open(), 2)
    const { office, committee, surveyor, callers, units } = there
    const [caller, other] = callers
    const [one, two] = units
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([one!.id, two!.id], 30))
    await survey.entrust()
    await layFrame(office.context, survey.id, units, [
      ...peopleOf(one!.id, one!.name, 14),
      ...peopleOf(two!.id, two!.name, 40),
    ])
    await survey.draw()
    expect(
      (await survey.post(surveyor, 'reserve', { unit: one!.id, group: 'members', take: 1, reason: '拒访多' }))
        .body,
    ).toMatchObject({ code: 'reserveSpent' })
    const { interview } = await next(caller!)
    expect(interview!.number).toMatch(/^139\*+\d\d$/)
    expect((await next(caller!)).interview!.case).toBe(interview!.case)
    expect((await end(other!, interview!.case, 'interview')).body).toMatchObject({ code: 'caseElsewhere' })
    expect((await end(caller!, interview!.case, 'interview')).body).toMatchObject({
      code: 'noInterviewAnswers',
    })
    expect((await end(caller!, interview!.case, 'interview', { overall: 'wonderful' })).body).toMatchObject({
      code: 'answerUnknown',
    })
    const long = Object.fromEntries(['a', 'b', 'c'].map(id => [id, '话'.repeat(500)]))
    const saving = await caller!.ask(`PUT /api/interview/${interview!.case}`, { body: { answers: long } })
    expect(saving.body).toMatchObject({ code: 'answersTooLong' })
    expect(
      (await end(caller!, interview!.case, 'appointment', {}, { appointment: '2018-11-01T10:00' })).body,
    ).toMatchObject({ code: 'appointmentWrong' })
    expect(
      (await end(caller!, interview!.case, 'appointment', {}, { appointment: '2018-11-20T10:75' })).body,
    ).toMatchObject({ code: 'inputInvalid' })
    // Broken off with an answer: it is there when the appointment is kept.
    const save = () =>
      caller!.ask(`PUT /api/interview/${interview!.case}`, { body: { answers: { overall: 'satisfied' } } })
    expect((await save()).status).toBe(200)
    // Every save keeps the case on its desk for two minutes.
    office.forward(1.5)
    await save()
    office.forward(1.5)
    const another = (await next(other!)).interview!.case
    expect(another).not.toBe(interview!.case)
    await end(other!, another, 'busy')
    office.forward(10)
    expect((await next(other!)).interview).toMatchObject({
      case: interview!.case,
      answers: { overall: 'satisfied' },
    })
    expect((await end(caller!, interview!.case, 'busy')).body).toMatchObject({ code: 'caseElsewhere' })
    expect((await end(other!, interview!.case, 'refusal')).status).toBe(200)
    await survey.view()
    const handOver = await survey.act(surveyor, 'hand-over', { method: '电话访问' })
    expect(handOver.body).toMatchObject({ code: 'surveyStep' })
    await callAll(callers, () => ({ overall: 'satisfied', opinion: '-' }))
    expect((await survey.post(committee, 'erasure')).body).toMatchObject({ code: 'numbersNeeded' })
    await survey.view()
    await survey.act(surveyor, 'close')
    expect(
      (
        await survey.post(surveyor, 'call-backs/00000000-0000-4000-8000-000000000000', {
          result: 'confirmed',
        })
      ).body,
    ).toMatchObject({ code: 'caseUnanswered' })
    const { callBacks } = (await survey.get(surveyor, '/call-backs')).body as never as {
      callBacks: { id: string }[]
    }
    for (const { id } of callBacks) await survey.post(surveyor, `call-backs/${id}`, { result: 'confirmed' })
    // At most 28 of the one are left: too few for a batch of their own.
    expect((await survey.post(surveyor, 'separate', { units: [two!.id] })).body).toMatchObject({
      code: 'batchLeavesFew',
    })
    const key = office.context.keys
    Object.assign(office.context, { keys: { ...key, read: async () => undefined } })
    const both = { units: [one!.id, two!.id] }
    expect((await survey.post(surveyor, 'separate', both)).body).toMatchObject({ code: 'surveyKeyLost' })
    Object.assign(office.context, { keys: key })
    expect((await survey.post(surveyor, 'separate', both)).status).toBe(200)
    await survey.view()
    await survey.act(surveyor, 'hand-over', { method: '电话访问' })
    const chief = await office.someone('lingdao', [{ role: 'leadingGroup' }])
    expect((await survey.get(chief, '/open-answers')).body).toMatchObject({ code: 'opinionsNotOpen' })
    await survey.act(committee, 'accept', { adds: false })
    expect((await survey.post(committee, 'erasure')).status).toBe(200)
    expect((await survey.post(committee, 'erasure')).body).toMatchObject({ code: 'numbersGone' })
  })

  test('a file of the bureau: read, refused, handed over; tallies that are there are not added unasked', async () => {
    const there = await openForTest(await open())
    const { office, committee, surveyor, units } = there
    const accept = async (adds: boolean) => {
      const survey = surveyOf(committee, surveyor)
      await survey.draft(commissionOf([units[0]!.id], 10, { way: 'file' }))
      await survey.entrust()
      expect((await survey.act(surveyor, 'hand-over', { method: '本局系统' })).body).toMatchObject({
        code: 'surveyWithoutAnswers',
      })
      const head = '单位,对象,满意,基本满意,不满意,不了解'
      const bad = await survey.sendFile('tallies', `${head}\n${units[0]!.name},路人,1,2,3,0\n`)
      expect(bad.body).toMatchObject({ state: 'read', rows: 1, accepted: 0, refused: 1 })
      const good = `${head}\n${units[0]!.name},党员,10,5,1,0\n${units[0]!.name},群众,12,3,0,2\n`
      expect((await survey.sendFile('tallies', good)).body).toMatchObject({ code: 'surveyFileBusy' })
      const part = `file/${String(bad.body['id'])}`
      expect((await survey.post(surveyor, `${part}/keep`)).body).toMatchObject({ code: 'listRefused' })
      expect((await survey.post(surveyor, `${part}/drop`)).body).toMatchObject({ state: 'dropped' })
      expect((await survey.post(surveyor, `${part}/drop`)).body).toMatchObject({ code: 'frameGone' })
      const many = Array.from({ length: 6 }, (_, at) => `${units[at % 3]!.name},${at < 3 ? '党员' : '群众'}`)
      const counts = many.map(place => `${place},999999,999999,0,0`).join('\n')
      expect((await survey.sendFile('tallies', `${head}\n${counts}`)).body).toMatchObject({
        state: 'failed',
        fault: expect.stringContaining('超过10000000份'), // surveyFileTooMany
      })
      expect((await survey.keepFile('tallies', good)).body).toMatchObject({ state: 'kept', accepted: 2 })
      const twice = await survey.sendFile('tallies', good, { name: '又一次.csv' })
      expect(twice.body).toMatchObject({ code: 'surveyFileTwice' })
      expect(twice.body.message).toContain('结果.csv')
      await survey.act(surveyor, 'hand-over', { method: '本局系统' })
      return survey.act(committee, 'accept', { adds })
    }
    expect((await accept(false)).body).toMatchObject({ stage: 'accepted', answers: 33 })
    // A server that was killed while it read leaves no import that keeps others out.
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([units[0]!.id], 10, { way: 'file' }))
    await survey.entrust()
    const [id, at] = [office.context.newId(), office.context.now().toISOString()]
    const row = { id, survey: survey.id, kind: 'answers' as const, file: '读到一半.csv', by: '统计局', at }
    await office.context.db.transaction(tx => insertImport(tx, { ...row, state: 'reading' }))
    expect((await survey.sendFile('answers', '单位')).body).toMatchObject({ code: 'surveyFileBusy' })
    office.forward(5)
    expect((await survey.get(surveyor, '/file')).body['imports']).toMatchObject([
      { state: 'failed', fault: expect.stringContaining('读取中断') },
    ])
    expect((await survey.sendFile('answers', '单位,对象')).body).toMatchObject({ state: 'failed' })
    expect((await accept(false)).body).toMatchObject({ code: 'surveyTalliesThere' })
    expect((await accept(true)).body).toMatchObject({ stage: 'accepted' })
  })
})
