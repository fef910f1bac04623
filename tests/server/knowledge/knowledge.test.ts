import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import { readYear } from '../../../src/server/year/readYear.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { drawOffice, members, prepared, save, twoNumbers } from '../draw/drawOffice.ts'
import type { Visitor } from '../office.ts'
import { answersOf, type Body, held, plan, single } from './heldExam.ts'

describeOnEachDatabase('四（二） a test of basic knowledge', (open, { way }) => {
  way(
    'by slip on a phone without an account: begun once, kept by the server’s clock, handed in, graded, a fact of the year',
    async () => {
      const { office, committee, unit, stranger } = await drawOffice(await open())
      const { address, papers } = await held(committee)
      const [first, second] = await papers()
      const phone = office.visitor()
      const slip = `/api/sittings/${first!.code}`
      expect((await phone.ask('GET /api/sittings/AAAA2222BBBB')).body).toMatchObject({ code: 'slipUnknown' })
      expect(
        (await phone.ask(`GET ${slip.toLowerCase().replace('sittings', 'sittings')}`)).body,
      ).toMatchObject({
        state: 'made',
        count: 5,
        person: '张示一',
      })
      expect((await phone.ask(`GET ${slip}`)).body).not.toHaveProperty('questions')
      expect(
        (await phone.ask(`POST ${slip}/answers`, { body: { answers: {}, saved: 1, submit: false } })).body,
      ).toMatchObject({
        code: 'paperNotStarted',
      })
      const started = await phone.ask(`POST ${slip}/start`, { body: {} })
      expect(started.body).toMatchObject({ state: 'started', left: expect.closeTo(600, -1) })
      expect(JSON.stringify(started.body['questions'])).not.toContain('answer')
      office.forward(4)
      const again = await phone.ask(`POST ${slip}/start`, { body: {} })
      expect(again.body['left'] as number).toBeLessThan(361)

      const right = answersOf(started, stem => [stem === '单三' ? 1 : 0])
      const wrong = answersOf(started, () => [2])
      expect(
        (await phone.ask(`POST ${slip}/answers`, { body: { answers: right, saved: 5, submit: false } })).body[
          'saved'
        ],
      ).toBe(5)
      expect(
        (await phone.ask(`POST ${slip}/answers`, { body: { answers: wrong, saved: 4, submit: false } })).body[
          'saved'
        ],
      ).toBe(5)
      const done = await phone.ask(`POST ${slip}/answers`, {
        body: { answers: right, saved: 6, submit: true },
      })
      expect(done.body).toMatchObject({ state: 'submitted', right: 5 })
      expect(
        (await phone.ask(`POST ${slip}/answers`, { body: { answers: right, saved: 7, submit: true } })).body,
      ).toMatchObject({
        code: 'paperEnded',
      })

      // The second begins, saves one answer, and lets the time run out.
      const other = `/api/sittings/${second!.code}`
      const late = await phone.ask(`POST ${other}/start`, { body: {} })
      await phone.ask(`POST ${other}/answers`, {
        body: { answers: answersOf(late, () => [0]), saved: 1, submit: false },
      })
      expect((await committee.ask(`POST ${address}/close`, { body: {} })).body).toMatchObject({
        code: 'testUnfinished',
      })
      office.forward(11)
      expect((await phone.ask(`GET ${other}`)).body).toMatchObject({ state: 'submitted', right: 4 })
      expect(
        (await phone.ask(`POST ${other}/answers`, { body: { answers: right, saved: 9, submit: false } }))
          .body,
      ).toMatchObject({
        code: 'paperEnded',
      })

      const closed = await committee.ask(`POST ${address}/close`, { body: {} })
      expect(closed.body).toMatchObject({ state: 'closed', papers: 2, submitted: 2, failed: 0 })
      expect((await committee.ask(`POST ${address}/close`, { body: {} })).body).toMatchObject({
        code: 'testClosed',
      })
      const { facts } = (await readYear(office.context.db, 2018))!
      expect(facts.knowledgeTests).toEqual([{ unit: 'U2', quarter: 4, sat: 2, failed: 0 }])

      const own = await unit.ask(`GET ${address}`)
      expect(own.body['papers']).toMatchObject([
        { seat: 1, right: 5 },
        { seat: 2, right: 4 },
        { seat: 3, state: 'void' },
      ])
      expect(own.text).not.toContain(first!.code)
      expect((await stranger.ask(`GET ${address}`)).body['papers']).toEqual([])
      const kinds = (await office.trail()).map(line => line.kind)
      expect(kinds.filter(kind => kind.startsWith('paper'))).toEqual([
        'papersMade',
        'paperStarted',
        'paperSubmitted',
        'paperStarted',
      ])
      expect(JSON.stringify(await office.trail())).not.toContain('张示一')
    },
  )

  way('a paper sheet is keyed by two people who agree', async () => {
    const { office, committee } = await drawOffice(await open())
    const { address, papers } = await held(committee, [], 2)
    const inspector = await office.someone('hecha', [{ role: 'inspector' }])
    const [first, second] = await papers()
    const { body } = await committee.ask(`GET ${address}/sheets?unit=U2`)
    const sheet = (body['papers'] as { id: string; questions: { id: string }[] }[])[0]!
    const answers = Object.fromEntries(sheet.questions.map(({ id }) => [id, [0]]))
    const key = (who: Visitor, given: object, paper = first!) =>
      who.ask(`POST ${address}/papers/${paper.id}/keyed`, { body: { answers: given } })
    expect((await key(committee, answers)).body).toMatchObject({ state: 'made', keyedBy: 'kaohe' })
    // The first may mend their own keying until the second agrees.
    expect((await key(committee, { ...answers, [sheet.questions[0]!.id]: [1] })).body).toMatchObject({
      state: 'made',
      keyedBy: 'kaohe',
    })
    expect((await key(inspector, answers)).body).toMatchObject({
      code: 'keyingDiffers',
      message: expect.stringMatching(/第1题.*kaohe/),
    })
    expect((await key(committee, answers)).body).toMatchObject({ state: 'made', keyedBy: 'kaohe' })
    expect((await committee.ask(`POST ${address}/close`, { body: {} })).body).toMatchObject({
      code: 'testUnfinished',
    })
    const third = { ...answers, [sheet.questions[2]!.id]: [1] }
    expect((await key(inspector, third)).body).toMatchObject({
      code: 'keyingDiffers',
      message: expect.stringContaining('第3题'),
    })
    // A colleague of the same name is another person.
    await office.context.db.execute(sql`update account set name = 'kaohe' where id = ${inspector.id}`)
    expect((await key(inspector, answers)).body).toMatchObject({ state: 'submitted', of: 5 })
    expect((await key(inspector, answers)).body).toMatchObject({ code: 'paperEnded' })
    await office.visitor().ask(`POST /api/sittings/${second!.code}/start`, { body: {} })
    expect((await key(inspector, answers, second)).body).toMatchObject({ code: 'paperOnPhone' })
    const gone = await committee.ask(`POST ${address}/papers/${second!.id}/void`, {
      body: { reason: '本人请假' },
    })
    expect(gone.body).toMatchObject({ state: 'void', reason: '本人请假' })
    expect((await office.visitor().ask(`GET /api/sittings/${second!.code}`)).body).toMatchObject({
      state: 'void',
    })
    expect(
      (await office.visitor().ask(`POST /api/sittings/${second!.code}/start`, { body: {} })).body,
    ).toMatchObject({
      code: 'slipUnknown',
    })
  })

  way(
    'a wrong key: what would change is told, then papers are graded anew and the year follows',
    async () => {
      const { office, committee } = await drawOffice(await open())
      const { address, papers } = await held(committee, [], 3)
      for (const { code } of await papers()) {
        const phone = office.visitor()
        const started = await phone.ask(`POST /api/sittings/${code}/start`, { body: {} })
        const answers = answersOf(started, stem =>
          stem === '判一' || stem === '判二' ? [1] : stem === '单三' ? [0] : [0],
        )
        await phone.ask(`POST /api/sittings/${code}/answers`, { body: { answers, saved: 1, submit: true } })
      }
      await committee.ask(`POST ${address}/close`, { body: {} })
      const failed = async () => (await readYear(office.context.db, 2018))!.facts.knowledgeTests
      expect(await failed()).toEqual([{ unit: 'U2', quarter: 4, sat: 3, failed: 3 }])

      const questions = (await committee.ask('GET /api/questions')).body['questions'] as {
        id: string
        stem: string
        revision: number
      }[]
      const third = questions.find(one => one.stem === '单三')!
      const trial = await committee.ask(`POST /api/questions/${third.id}/answer-trial`, {
        body: { answer: [0] },
      })
      expect(trial.body).toMatchObject({ papers: 3, units: [{ unit: 'U2', before: 3, after: 0 }] })
      expect((trial.body['changed'] as unknown[]).length).toBe(3)
      expect(await failed()).toMatchObject([{ failed: 3 }])
      const correct = (answer: number[], revision = third.revision) =>
        committee.ask(`POST /api/questions/${third.id}/answer`, {
          body: { answer, revision, reason: '答案标错' },
        })
      expect((await correct([1])).body).toMatchObject({ code: 'keyUnchanged' })
      expect((await correct([2, 1])).body).toMatchObject({ code: 'questionFaulty' })
      expect((await correct([0], 9)).body).toMatchObject({ code: 'staleRevision' })
      expect((await correct([0])).body).toEqual(trial.body)
      expect(await failed()).toEqual([{ unit: 'U2', quarter: 4, sat: 3, failed: 0 }])
      expect((await correct([1], third.revision + 1)).status).toBe(200)
      expect(await failed()).toMatchObject([{ failed: 3 }])
      // voidUnchanged: a faulty question is voided for everybody, shown before, and can be counted again.
      const ask = (how: string, more: string, revision: number) =>
        committee.ask(`POST /api/questions/${third.id}/void${more}`, {
          body: { how, ...(more === '' && { revision, reason: '两个选项都对' }) },
        })
      for (const how of ['right', 'out']) {
        const shown = await ask(how, '-trial', 0)
        expect(shown.body).toMatchObject({ papers: 3 })
        expect((shown.body['changed'] as { of: number }[])[0]!.of).toBe(how === 'out' ? 4 : 5)
      }
      expect(await failed()).toMatchObject([{ failed: 3 }])
      expect((await ask('no', '', third.revision + 2)).body).toMatchObject({ code: 'voidUnchanged' })
      expect((await ask('right', '', third.revision + 2)).body).toMatchObject({
        units: [{ unit: 'U2', before: 3, after: 0 }],
      })
      expect(await failed()).toMatchObject([{ failed: 0 }])
      const bank = (await committee.ask('GET /api/questions')).body['questions'] as { stem: string }[]
      expect(bank.find(one => one.stem === '单三')).toMatchObject({ voided: 'right', retired: true })
      expect((await ask('no', '', third.revision + 3)).status).toBe(200)
      expect(await failed()).toMatchObject([{ failed: 3 }])
      // What was sealed stays as it was.
      await office.context.db.execute(sql`update cycle set sealed = true where year = 2018`)
      expect((await correct([0], third.revision + 4)).body).toMatchObject({ papers: 0, changed: [] })
      expect(await failed()).toMatchObject([{ failed: 3 }])
    },
  )

  test('the question bank: questions are added, edited by two people, retired, imported with refused rows and exported in the same format', async () => {
    const { committee } = await drawOffice(await open())
    const head = ['题型', '主题', '题干', '答案', '选项A', '选项B', '选项C']
    const rows = [
      head,
      ['单选题', '党章', '=1+1', 'B', '一', '二', '三'],
      ['多选', '党章', '多选一', 'a、c', '一', '二', '三'],
      ['判断题', '党史', '判断一', '错', null, null, null],
      ['问答', '党史', '问答一', 'A', '一', '二', null],
      ['单选题', '党章', '单选二', 'D', '一', '二', '三'],
      ['单选题', '党章', '=1 +1\u200b', 'A', '一', '二', null],
    ]
    const sheet = { name: '题库', columns: head.map(() => ({ width: 20 })), rows }
    const file = Buffer.from(await writeWorkbook({ title: '题库', madeOn: '2018-12-24', sheets: [sheet] }))
    const upload = (bytes: Buffer) =>
      committee.ask(`POST /api/questions/preview?name=${encodeURIComponent('题库.xlsx')}`, {
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
      })
    const preview = await upload(file)
    expect(preview.body).toMatchObject({
      accepted: [{ stem: '=1+1', answer: [1] }, { answer: [0, 2] }, { kind: 'judge', answer: [1] }],
      refused: [
        { row: 5, reason: expect.stringContaining('“题型”写的是“问答”') },
        { row: 6, reason: expect.stringContaining('没有的选项') },
        { row: 7, reason: expect.stringContaining('第2行') },
      ],
    })
    const questions = preview.body['accepted'] as Body[]
    expect((await committee.ask('POST /api/questions/import', { body: { questions } })).body).toMatchObject({
      added: 3,
    })
    const spaced = questions.map(one => ({ ...one, stem: one.stem.replace('一', ' 一\u3000') }))
    expect(
      (await committee.ask('POST /api/questions/import', { body: { questions: spaced } })).body,
    ).toMatchObject({
      added: 0,
      refused: [{ row: 1, reason: expect.stringContaining('已有') }, { row: 2 }, { row: 3 }],
    })
    const exported = await committee.ask('GET /api/questions.xlsx')
    const byStem = (list: readonly Body[]) => list.toSorted((one, other) => (one.stem < other.stem ? -1 : 1))
    const back = await upload(exported.raw)
    expect(back.body['refused']).toEqual([])
    expect(byStem(back.body['accepted'] as Body[])).toEqual(byStem(questions))

    const key = randomUUID()
    const one = await committee.ask('POST /api/questions', { body: single('新题'), key })
    expect((await committee.ask('POST /api/questions', { body: single('新题'), key })).body).toEqual(one.body)
    for (const stem of ['新题', '新 题', '\u3000新题\u200b'])
      expect((await committee.ask('POST /api/questions', { body: single(stem) })).body, stem).toMatchObject({
        code: 'questionKnown',
      })
    const { answer: _, ...body } = single('新题改')
    const edit = (revision: number) =>
      committee.ask(`PUT /api/questions/${String(one.body['id'])}`, {
        body: { ...body, revision, reason: '' },
      })
    const both = await Promise.all([edit(1), edit(1)])
    expect(both.map(said => said.status).toSorted()).toEqual([200, 409])
    const retired = await committee.ask(`POST /api/questions/${String(one.body['id'])}/retire`, {
      body: { retired: true, revision: 2 },
    })
    expect(retired.body).toMatchObject({ retired: true, revision: 3 })
  })

  way('one test a quarter, with questions enough, and at most thirty papers a unit', async () => {
    const { committee, unit, stranger } = await drawOffice(await open())
    expect((await committee.ask('POST /api/years/2018/tests', { body: plan })).body).toMatchObject({
      code: 'questionsTooFew',
    })
    const none = { ...plan, counts: { single: 0, multiple: 0, judge: 0 } }
    expect((await committee.ask('POST /api/years/2018/tests', { body: none })).body).toMatchObject({
      code: 'testEmpty',
    })
    const { address } = await held(committee)
    expect((await committee.ask('POST /api/years/2018/tests', { body: plan })).body).toMatchObject({
      code: 'quarterTested',
    })
    const papers = (wanted: object) => committee.ask(`POST ${address}/papers`, { body: { units: [wanted] } })
    expect((await papers({ unit: 'U2', people: ['甲'], seats: 30 })).body).toMatchObject({
      code: 'seatsTooMany',
    })
    const ofDraw = () => committee.ask(`POST ${address}/papers-of-draw`, { body: {} })
    expect((await ofDraw()).body).toMatchObject({ code: 'nobodyDrawn' })
    await save(stranger, 'U3', 'member', members(12))
    await committee.ask(`POST ${await prepared(committee, ['U3'], { quarter: 4 })}/seed`, {
      body: twoNumbers,
    })
    expect((await ofDraw()).body).toEqual({ made: 5, units: 1 })
    expect((await ofDraw()).body).toMatchObject({ code: 'nobodyDrawn' })
    expect((await papers({ unit: 'nobody', people: [], seats: 1 })).body).toMatchObject({
      code: 'noSuchUnit',
    })
    expect(
      (await unit.ask(`POST ${address}/papers`, { body: { units: [{ unit: 'U2', people: [], seats: 1 }] } }))
        .body,
    ).toMatchObject({
      code: 'notAllowed',
    })
    expect((await unit.ask('GET /api/questions')).body).toMatchObject({ code: 'notAllowed' })
  })
})
