import { afterEach, expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import type { Office } from '../office.ts'
import { ofWords, openReports, reportOf, setToday, written } from './reportOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

async function start(database: Parameters<typeof openReports>[0]) {
  const desk = await openReports(database)
  office = desk.office
  return { ...desk, report: reportOf(desk.unit) }
}

const TEXT = written({
  results: [
    '我主持召开党组会四次，逐项研究党建工作，把任务分到支部，年底逐个听支部书记述职并当场点评。',
    '联系点去了三次。',
  ],
  problems: [
    '我对支部的指导不经常，原因在我重业务轻党建，到支部去得少。',
    '主题党日的形式单一，吸引力不强。',
  ],
  nextSteps: ['我每月到一个支部，听一次党课，解决一个问题。'],
})

describeOnEachDatabase('六（三） a debrief report', (open, { way }) => {
  way('from the first word to signed off by all three, each with a dated receipt', async () => {
    const { secretary, committee, clerk, report } = await start(await open())
    expect(await report.view(secretary)).toMatchObject({ state: 'absent', revision: 0, mayWrite: true })
    expect((await report.save(secretary, TEXT, 0)).body).toMatchObject({ revision: 1 })
    // A draft is the writer's own: others see that it is being written.
    const seen = await report.view(committee)
    expect(seen).toMatchObject({ state: 'draft', mayWrite: false, mayTakeIn: true })
    expect(seen.content).toBeUndefined()
    const reason = '今年机构改革，问题较集中'
    expect((await report.handIn(secretary)).body).toMatchObject({
      code: 'reportShareReason',
      message: expect.stringContaining('方案要求不少于25%、不多于35%'),
    })
    const handed = await report.handIn(secretary, { shareReason: reason })
    expect(handed.body).toMatchObject({
      state: 'handedIn',
      handedIn: { nth: 1, on: '2018-12-08', late: false, shareReason: reason },
    })
    expect((await report.save(secretary, TEXT, 2)).body).toMatchObject({ code: 'reportLocked' })
    const vetting = await report.view(committee)
    expect(vetting.content).toEqual(TEXT)
    expect(vetting.vetters.map(({ vetter, mayVet }) => [vetter, mayVet])).toEqual([
      ['organisation', true],
      ['workCommittee', true],
      ['leadUnit', false],
    ])
    expect((await report.sign(committee, 'leadUnit')).body).toMatchObject({ code: 'notVetter' })
    expect((await report.sign(clerk, 'organisation')).body).toMatchObject({ code: 'notVetter' })
    expect((await report.sign(committee, 'organisation')).body).toMatchObject({ state: 'handedIn' })
    expect((await report.sign(committee, 'organisation')).body).toMatchObject({ code: 'reportSignedAlready' })
    setToday(office!, '2018-12-09')
    expect((await report.sign(clerk, 'leadUnit')).body).toMatchObject({ state: 'handedIn' })
    const last = await report.sign(committee, 'workCommittee')
    expect(last.body).toMatchObject({ state: 'vetted' })
    expect((last.body as never as typeof vetting).vetters.map(({ state, on }) => [state, on])).toEqual([
      ['signed', '2018-12-08'],
      ['signed', '2018-12-09'],
      ['signed', '2018-12-09'],
    ])
    expect((await report.sign(clerk, 'leadUnit')).body).toMatchObject({ code: 'reportNotVetted' })
    const kinds = (await office!.trail()).map(line => line.kind).filter(kind => kind.startsWith('report'))
    expect(kinds).toEqual(['reportHandedIn', 'reportSigned', 'reportSigned', 'reportSigned'])
  })

  way(
    'comments and a return lead to a second version, which all vet anew; differences are shown',
    async () => {
      const { secretary, committee, clerk, unit, report } = await start(await open())
      await report.save(secretary, TEXT, 0)
      await report.handIn(secretary, { shareReason: '说明' })
      await report.sign(clerk, 'leadUnit')
      const body = { vetter: 'organisation', nth: 1, paragraph: 'problems-0', text: '原因再挖深一些' }
      expect((await report.comment(committee, body)).status).toBe(200)
      expect((await report.comment(committee, { ...body, paragraph: 'gone' })).body).toMatchObject({
        code: 'reportParagraphGone',
      })
      expect((await report.giveBack(committee, 'organisation', ' ')).body).toMatchObject({
        code: 'inputInvalid',
      })
      expect((await report.giveBack(committee, 'organisation')).body).toMatchObject({ state: 'returned' })
      const returned = await report.view(secretary)
      expect(returned).toMatchObject({ state: 'returned', mayWrite: true, content: TEXT })
      expect(returned.comments).toMatchObject([
        { paragraph: 'problems-0', text: '原因再挖深一些', quote: expect.stringMatching(/^我对支部的指导/) },
      ])
      const mended = written({
        results: [
          '我主持召开党组会四次，逐项研究党建工作，把任务分到支部，年底逐个听支部书记述职并当场点评。',
        ],
        problems: [
          '我对支部的指导不经常，原因在我重业务轻党建，一年只去了两次。',
          '主题党日的形式单一，吸引力不强。',
        ],
        nextSteps: ['我每月到一个支部，听一次党课，解决一个问题。'],
      })
      await report.save(secretary, mended, returned.revision)
      expect((await report.handIn(secretary, { shareReason: '说明' })).body).toMatchObject({
        state: 'handedIn',
        handedIn: { nth: 2 },
      })
      const again = await report.view(clerk)
      expect(again.vetters.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
      expect(again.history.map(({ what }) => what)).toEqual([
        expect.stringContaining('上报第2稿'),
        expect.stringContaining('退回第1稿'),
        expect.stringContaining('审核通过第1稿'),
        expect.stringContaining('上报第1稿'),
      ])
      const differences = await clerk.ask(`GET ${report.at}/differences?from=1`)
      expect((differences.body['paragraphs'] as { kind: string }[]).map(({ kind }) => kind)).toEqual([
        'same',
        'removed',
        'changed',
        'same',
        'same',
      ])
      expect((await clerk.ask(`GET ${report.at}/versions/1`)).body).toMatchObject({ nth: 1, content: TEXT })
      const { id } = again.comments[0]!
      const withdraw = `POST ${report.at}/comments/${id}/withdraw`
      expect((await clerk.ask(withdraw, { body: {} })).body).toMatchObject({ code: 'notFound' })
      expect((await committee.ask(withdraw, { body: {} })).status).toBe(200)
      const { comments } = await report.view(committee)
      expect(comments).toEqual([])
      void unit
    },
  )

  test('drafts: two windows meet, the same text is the same save, a replaced text is kept, an unknown part is refused', async () => {
    const { secretary, committee, report } = await start(await open())
    expect((await report.save(secretary, TEXT, 0)).body).toMatchObject({ revision: 1 })
    expect((await report.save(secretary, TEXT, 0)).body).toMatchObject({ revision: 1 })
    const other = written({ results: ['另一窗口写的。'] })
    expect((await report.save(secretary, other, 0)).body).toMatchObject({ code: 'staleRevision' })
    expect((await report.save(secretary, other, 1, true)).body).toMatchObject({ revision: 2 })
    const { versions } = await report.view(secretary)
    expect(versions.map(({ nth, kind }) => [nth, kind])).toEqual([[1, 'draft']])
    expect((await secretary.ask(`GET ${report.at}/versions/1`)).body).toMatchObject({ content: TEXT })
    expect((await committee.ask(`GET ${report.at}/versions/1`)).body).toMatchObject({ code: 'notFound' })
    const { db } = office!.context
    await expect(db.execute('update report_version set words = 0')).rejects.toThrow()
    await expect(db.execute('delete from report_version')).rejects.toThrow()
    const unknown = written({ chapter: ['甲'] })
    expect((await report.save(secretary, unknown, 2)).body).toMatchObject({ code: 'reportSectionUnknown' })
    // Twice the same id: each paragraph gets one of its own.
    const doubled = {
      ...other,
      sections: [{ section: 'results', paragraphs: [1, 2].map(() => ({ id: 'a', text: '甲', areas: [] })) }],
    }
    await report.save(secretary, doubled, 2)
    const ids = (await report.view(secretary)).content!.sections[0]!.paragraphs.map(({ id }) => id)
    expect(ids).toEqual(['a', 'a-2'])
    expect((await office!.trail()).some(({ kind }) => kind.startsWith('report'))).toBe(false)
  })

  way('0, 1, 2,001 and 200,000 words: refused with a sentence at hand-in, and nothing is lost', async () => {
    const { secretary, committee, report } = await start(await open())
    expect(
      (await secretary.ask(`POST ${report.at}/hand-in`, { body: { declared: true, revision: 1 } })).body,
    ).toMatchObject({ code: 'staleRevision' })
    const blank = written({ results: [''], problems: [' \n　'] }, '')
    await report.save(secretary, blank, 0)
    expect((await report.handIn(secretary)).body).toMatchObject({ code: 'reportEmpty' })
    let { revision } = await report.view(secretary)
    await report.save(secretary, written({ results: ['好'] }, ''), revision)
    expect((await report.handIn(secretary)).body).toMatchObject({ code: 'reportShareReason' })
    revision++
    const long = ofWords(200_000)
    expect((await report.save(secretary, long, revision)).status).toBe(200)
    expect((await report.handIn(secretary)).body).toMatchObject({
      code: 'reportOverLimit',
      message: expect.stringContaining('现有200000字，超过2000字的上限198000字'),
    })
    expect((await report.view(secretary)).content).toEqual(long)
    revision++
    await report.save(secretary, ofWords(2001), revision)
    expect((await report.handIn(secretary)).body).toMatchObject({
      code: 'reportOverLimit',
      message: expect.stringContaining('超过2000字的上限1字'),
    })
    expect((await report.handIn(secretary, { declared: false })).body).toMatchObject({
      code: 'reportOverLimit',
    })
    // The committee allows it while the secretary writes on, with a reason that shows.
    expect((await report.view(committee)).mayWaive).toBe(true)
    const waived = await committee.ask(`POST ${report.at}/waiver`, { body: { reason: '代管两个单位' } })
    expect(waived.body).toMatchObject({ waiver: { reason: '代管两个单位' } })
    expect((await report.handIn(secretary, { declared: false })).body).toMatchObject({
      code: 'reportNotDeclared',
    })
    expect((await report.handIn(secretary)).body).toMatchObject({
      state: 'handedIn',
      handedIn: { words: 2001 },
      waiver: { reason: '代管两个单位' },
    })
    const refused = await committee.ask(`POST ${report.at}/waiver`, { body: { reason: '再准' } })
    expect(refused.body).toMatchObject({ code: 'reportLocked' })
  })

  way(
    'taken in on the secretary’s behalf: the day it arrived counts, the limit holds, nobody takes in their own',
    async () => {
      const { secretary, committee, clerk, lead, report } = await start(await open())
      setToday(office!, '2018-12-12')
      expect((await report.takeIn(clerk, ofWords(1500), { arrivedOn: '2018-12-13' })).body).toMatchObject({
        code: 'reportArrivesLater',
      })
      expect(
        (await report.takeIn(clerk, ofWords(2001), { overLimitReason: '牵头单位准许' })).body,
      ).toMatchObject({
        code: 'reportOverLimit',
      })
      const taken = await report.takeIn(committee, ofWords(2001), { overLimitReason: '确有需要' })
      expect(taken.body).toMatchObject({
        state: 'handedIn',
        handedIn: { behalf: '电子邮件', on: '2018-12-07', late: false },
        waiver: { reason: '确有需要' },
      })
      // The secretary sees what was taken in.
      expect((await report.view(secretary)).content!.sections).toHaveLength(2)
      const own = reportOf(lead)
      expect((await own.takeIn(clerk, ofWords(1500))).body).toMatchObject({ code: 'vetsOwnReport' })
      await own.takeIn(committee, ofWords(1500))
      expect((await own.sign(clerk, 'organisation')).body).toMatchObject({ code: 'vetsOwnReport' })
      const { vetters, revision } = await own.view(committee)
      expect(vetters.map(({ vetter }) => vetter)).toEqual(['organisation', 'workCommittee'])
      // Both bodies sign at once.
      const signed = await Promise.all(vetters.map(({ vetter }) => own.sign(committee, vetter, revision)))
      expect(signed.map(({ status }) => status)).toEqual([200, 200])
      expect((await own.view(committee)).state).toBe('vetted')
    },
  )

  way(
    '六（三） one account signs for one body only, as long as another account could sign for the other',
    async () => {
      const { committee, clerk, report } = await start(await open())
      await report.takeIn(committee, ofWords(1500))
      expect((await report.sign(committee, 'organisation')).status).toBe(200)
      const second = await office!.someone('gongwei', [{ role: 'committee' }])
      expect((await report.sign(committee, 'workCommittee')).body).toMatchObject({
        code: 'reportSignedForAnother',
      })
      expect((await report.sign(second, 'workCommittee')).status).toBe(200)
      expect((await report.sign(clerk, 'leadUnit')).body).toMatchObject({ state: 'vetted' })
    },
  )

  way('a unit that is not appraised hands in nothing', async () => {
    const { committee } = await start(await open())
    const { rows } = await office!.context.db.execute<{ id: string }>(
      `update roster_unit set affiliated = false where id = (select max(id) from roster_unit) returning id`,
    )
    const other = reportOf(rows[0]!.id)
    expect((await committee.ask(`GET ${other.at}`)).body).toMatchObject({ code: 'notReporting' })
    expect((await committee.ask('GET /api/years/2018/units/%E6%97%A0/report')).body).toMatchObject({
      code: 'noSuchUnit',
    })
  })
})
