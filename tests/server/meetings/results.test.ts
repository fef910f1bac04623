import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sheetText } from '../../../src/domain/campaign/ballot/sheetText.ts'
import { points } from '../../../src/domain/kernel/points.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { readWord } from '../../../src/files/word/readWord.ts'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import { replaceSealed } from '../../../src/server/rooms/meetings/ballots/ballots.store.ts'
import { keptFormOf } from '../../../src/server/rooms/meetings/ballotFormOf.ts'
import { loadMeeting, openMeeting } from '../../../src/server/rooms/meetings/loadMeeting.ts'
import { issueMeeting } from '../../../src/server/rooms/meetings/moveMeeting.ts'
import { loadYear } from '../../../src/server/year/loadYear.ts'
import { describeWays } from '../databases.ts'
import type { Office, Said, Visitor } from '../office.ts'
import { meetingOffice, planned } from './heldMeeting.ts'

const code = (said: Said) => said.body.code

/** Issues paper, holds the speeches and closes voting; then lays made sheets, as if they had been unsealed: every class marks its own way. */
async function heldWith(office: Office, meeting: Awaited<ReturnType<typeof planned>>) {
  const id = (await meeting.view()).id
  await office.context.db.transaction(async tx => {
    const [year, opened] = [await loadYear(tx, 2018), await openMeeting(tx, 2018, id)]
    if (isRefusal(year) || isRefusal(opened)) throw new Error('not open')
    const request = { context: office.context, actor: SYSTEM_ACTOR }
    expect(isRefusal(await issueMeeting(request, tx, opened, year.scheme))).toBe(false)
  })
  await meeting.step({ step: 'start' })
  for (let left = (await meeting.view()).agenda.length; left > 0; left--) await meeting.step({ step: 'next' })
  await meeting.step({ step: 'openVoting' })
  expect((await meeting.step({ step: 'closeVoting' })).body).toMatchObject({ phase: 'closed' })
  const loaded = await loadMeeting(office.context.db, 2018, id)
  if (isRefusal(loaded)) throw new Error(loaded.code)
  const form = keptFormOf(loaded)!
  const sheets = [
    ...Array.from({ length: 6 }, () => ['delegate', 90] as const),
    ...Array.from({ length: 6 }, () => ['partyAffairsOfficer', 80] as const),
    ...Array.from({ length: 2 }, () => ['memberRepresentative', 70] as const),
  ].map(([voterClass, mark]) => ({
    voterClass,
    marks: form.lines.map(({ unit }, at) => ({ unit, points: points(mark + (at % 5)) })),
  }))
  await office.context.db.transaction(tx =>
    replaceSealed(
      tx,
      id,
      sheets.map(sheet => ({
        id: randomUUID(),
        meeting: id,
        voterClass: sheet.voterClass,
        nonce: '00'.repeat(16),
        body: sheetText(form, sheet),
      })),
    ),
  )
  return form.lines.map(line => line.unit)
}

async function withdrawSheets(office: Office) {
  await office.context.db.execute(sql`update fact set withdrawn_at = now(), withdrawn_by = 'x',
    revision = (select revision + 1 from cycle where year = 2018) where year = 2018 and kind = 'sheets'`)
}

/** Enters a fact as if it came out of a file. */
async function enterFact(
  office: Office,
  kind: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  await office.context.db
    .execute(sql`insert into fact (id, year, kind, unit, body, source, author, at, revision)
    select gen_random_uuid(), 2018, ${kind}, ${(body['unit'] as string | undefined) ?? null}, ${JSON.stringify(body)}::jsonb, '导入', 'x', now(), revision
    from cycle where year = 2018`)
}

describeWays('四（四） from the count of a meeting to the facts of the year', open => {
  test('counted, reported, returned, reported again, accepted; the score explains itself down to the count; a recount is asked for and answered', async () => {
    const { office, lead, committee, clerk } = await meetingOffice(await open())
    const meeting = await planned(clerk, { kind: 'members', lead })
    const minutes = async (who: Visitor) => (await who.ask(`GET ${meeting.address}/minutes`)).body
    expect(code(await meeting.write('POST /report', {}))).toBe('meetingUncounted')
    const units = await heldWith(office, meeting)
    expect((await minutes(clerk))['daysOpen']).toBe(0)
    expect((await clerk.ask(`POST ${meeting.address}/ballots/count`, { body: {} })).status).toBe(200)

    // Six, six and two sheets: the class of two is merged with the smaller of the others.
    const [first] = (await minutes(clerk))['results'] as {
      unit: string
      classes: object[]
      ofHundred: number
      converted: number
    }[]
    const mean = (6 * 90 + 6 * 80 + 2 * 70) / 14
    expect(first!.unit).toBe(units[0])
    expect(first!.classes).toHaveLength(2)
    expect(first!.ofHundred).toBeCloseTo(mean, 1)
    expect(first!.converted).toBeCloseTo(mean / 5, 1)
    const word = await clerk.ask(`GET ${meeting.address}/minutes.docx`)
    expect([word.status, word.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])

    expect((await meeting.write('POST /report', {})).status).toBe(200)
    const judge = async (body: object) =>
      committee.ask(`POST ${meeting.address}/verdict`, {
        body: { ...body, revision: (await meeting.view()).revision },
      })
    expect((await judge({ verdict: 'return', reason: '票数不清' })).body).toMatchObject({
      decisions: [{ kind: 'returned', reason: '票数不清' }],
    })
    expect(code(await judge({ verdict: 'accept' }))).toBe('meetingNotNow')
    expect((await meeting.write('POST /report', {})).status).toBe(200)
    expect(code(await judge({ verdict: 'accept' }))).toBe('scoredAlready')
    // A sheet with a mark for a unit of another meeting is not withdrawn by this one.
    const marks = [units[0], lead].map(unit => ({ unit, points: 80 }))
    await enterFact(office, 'sheets', { component: 'debrief', voterClass: 'delegate', marks })
    expect(code(await judge({ verdict: 'accept', replace: '以现场测评为准' }))).toBe('scoredElsewhere')
    const secretary = await office.someone('shujimou', [{ role: 'secretary', unit: units[0]! }])
    const id = (await meeting.view()).id
    const ask = (unit = units[0]!) =>
      secretary.ask(`POST /api/years/2018/units/${unit}/meetings/${id}/recounts`, {
        body: { reason: '与现场感受相差较大' },
      })
    expect(code(await ask())).toBe('recountClosed')
    expect((await minutes(secretary))['results']).toEqual([])
    await withdrawSheets(office)
    const accepted = await judge({ verdict: 'accept' })
    expect(accepted.status, accepted.text).toBe(200)
    // What the committee decided about the result is none of the meeting's own decisions.
    const paper = await readWord('纪要.docx', (await clerk.ask(`GET ${meeting.address}/minutes.docx`)).raw)
    const said = JSON.stringify(paper)
    expect(said).not.toContain('会议作出的决定')
    expect(said).toMatch(/、结果的认定.*退回结果，理由：票数不清.*认定结果/)
    const { rows } = await office.context.db.execute<{ n: number; moments: number }>(
      sql`select count(*)::int as n, count(distinct at)::int as moments from fact where origin = ${`meeting:${(await meeting.view()).id}`} and withdrawn_at is null`,
    )
    // They enter at one moment: on no day does half a count stand.
    expect(rows).toEqual([{ n: units.length * 2, moments: 1 }])
    const explained = await committee.ask(`GET /api/years/2018/units/${units[0]!}/explanation`)
    expect(explained.text).toContain('计票结果：')
    expect(explained.text).toContain(`meeting:${(await meeting.view()).id}`)

    const own = (await minutes(secretary)) as { results: { unit: string }[]; recountUntil: string }
    expect(own.results.map(one => one.unit)).toEqual([units[0]])
    expect((await ask(units[1]!)).status).toBe(403)
    const asked = await ask()
    expect(asked.status, asked.text).toBe(200)
    expect(code(await ask())).toBe('recountAsked')
    const due = await committee.ask('GET /api/years/2018/due')
    expect(due.text).toContain('重新计票的申请')
    const answer = () =>
      committee.ask(`POST ${meeting.address}/recounts/${String(asked.body['id'])}/answer`, {
        body: { answer: '重新计票，结果不变' },
      })
    expect((await answer()).body).toMatchObject({ answer: '重新计票，结果不变' })
    expect(code(await answer())).toBe('recountAnswered')
    const supervisor = await office.someone('dudaoyuan', [{ role: 'inspector' }])
    const note = await supervisor.ask(`POST ${meeting.address}/notes`, { body: { body: '程序规范' } })
    expect(note.status, note.text).toBe(200)
    expect((await minutes(committee))['notes']).toMatchObject([{ body: '程序规范', by: 'dudaoyuan' }])

    // A sheet was overlooked: the acceptance is taken back, its facts go, the sheet is entered and all is counted anew.
    expect((await judge({ verdict: 'takeBack', reason: ' ' })).status).toBe(400)
    const publish = async () =>
      expect((await clerk.ask(`POST ${meeting.address}/ballots/publish`, { body: {} })).status).toBe(200)
    const published = () => office.visitor().ask(`GET /api/vote/meetings/${id}/published`)
    await publish()
    const shown = await published()
    expect((await published()).text).toBe(shown.text)
    expect(code(await clerk.ask(`POST ${meeting.address}/ballots/count`, { body: {} }))).toBe(
      'ballotsPublished',
    )
    const back = await judge({ verdict: 'takeBack', reason: '漏计一张纸质票' })
    expect((back.body['decisions'] as { kind: string }[]).at(-1)).toMatchObject({ kind: 'takenBack' })
    expect(back.body).toMatchObject({ meeting: { phase: 'returned' } })
    expect(back.body['acceptedOn']).toBeUndefined()
    const counted = async () =>
      (
        await office.context.db.execute(
          sql`select id from fact where origin = ${`meeting:${id}`} and withdrawn_at is null`,
        )
      ).rows.length
    expect(await counted()).toBe(0)
    expect((await minutes(secretary))['results']).toEqual([])
    const other = await office.someone('luruyuan', [{ role: 'leadUnit', unit: lead }])
    const overlooked = { voterClass: 'delegate', number: 1, marks: units.map(() => 60), faulty: false }
    for (const who of [clerk, other])
      expect((await who.ask(`POST ${meeting.address}/paper/sheets`, { body: overlooked })).status).toBe(200)
    expect((await clerk.ask(`POST ${meeting.address}/ballots/count`, { body: {} })).status).toBe(200)
    expect(code(await published())).toBe('ballotsUnpublished')
    await publish()
    expect((await published()).text).not.toBe(shown.text)
    const [anew] = (await minutes(clerk))['results'] as { ofHundred: number }[]
    expect(anew!.ofHundred).toBeCloseTo((mean * 14 + 60) / 15, 1)
    expect((await meeting.write('POST /report', {})).status).toBe(200)
    expect((await judge({ verdict: 'accept' })).status).toBe(200)
    expect(await counted()).toBe(units.length * 2)
  })

  test('a meeting held by other means is entered with its count sheet, and marked so; a rehearsal is not reported', async () => {
    const { office, committee } = await meetingOffice(await open())
    await withdrawSheets(office)
    const { plannable } = (await committee.ask('GET /api/years/2018/meetings')).body as {
      plannable: { kind: string }[]
    }
    expect(plannable[0]).toMatchObject({ kind: 'committee' })
    const rehearsal = await planned(committee, { rehearsal: true })
    expect(code(await rehearsal.write('POST /report', {}))).toBe('rehearsalNotReported')
    const unit = (await rehearsal.view()).agenda[0]!.unit
    const upload = await committee.ask('POST /api/files?name=%E8%AE%A1%E7%A5%A8%E8%A1%A8.png', {
      body: Buffer.from(PIXEL, 'base64'),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(upload.status, upload.text).toBe(200)
    const body = {
      kind: 'committee',
      heldOn: '2018-12-22',
      place: '礼堂',
      teller: '甲',
      scrutineer: '乙',
      counts: [
        { unit, voterClasses: ['delegate'], marks: [{ mark: 95, times: 6 }], voided: 1, abstained: 0 },
      ],
      files: [{ file: upload.body['file'], name: '计票表.png' }],
    }
    const enter = (more: object = {}) =>
      committee.ask('POST /api/years/2018/meetings-elsewhere', { body: { ...body, ...more } })
    const wrong = [{ ...body.counts[0], marks: [{ mark: 101, times: 6 }] }]
    expect((await enter({ counts: wrong })).body).toMatchObject({ code: 'countSheetFaulty' })
    expect((await enter({ scrutineer: '甲' })).body).toMatchObject({ code: 'tellerIsScrutineer' })
    const made = await enter()
    expect(made.status, made.text).toBe(200)
    const address = `/api/years/2018/meetings/${String(made.body['id'])}`
    const act = async (what: string, more: object = {}) => {
      const { revision } = (await committee.ask(`GET ${address}`)).body
      return committee.ask(`POST ${address}/${what}`, { body: { revision, ...more } })
    }
    expect((await act('report')).status).toBe(200)
    // A count of the unit was imported before: it gives way only where the committee says why.
    const imported = { ...body.counts[0], component: 'debrief', marks: [{ mark: 60, times: 6 }] }
    await enterFact(office, 'ballotCounts', imported)
    expect((await act('verdict', { verdict: 'accept' })).body).toMatchObject({ code: 'scoredAlready' })
    const replacing = { verdict: 'accept', replace: '导入的是模拟测评' }
    expect((await act('verdict', replacing)).body).toMatchObject({
      elsewhere: true,
      results: [{ unit, ofHundred: 95, converted: 19 }],
      files: [{ name: '计票表.png' }],
    })
    expect((await committee.ask(`GET /api/years/2018/units/${unit}/explanation`)).text).toContain(
      '未用本系统召开，按计票表录入',
    )
    const { rows } = await office.context.db.execute<{ source: string }>(
      sql`select source from fact where unit = ${unit} and kind = 'ballotCounts' and withdrawn_at is null`,
    )
    expect(rows).toEqual([{ source: '述职测评会议' }])
  })
})

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
