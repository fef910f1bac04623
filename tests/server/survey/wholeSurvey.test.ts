import { afterEach, expect, test } from 'vitest'
import { readWorkbook } from '../../results/readWorkbook.ts'
import { describeWays } from '../databases.ts'
import type { Office } from '../office.ts'
import { callAll, commissionOf, openSurveys, peopleOf, surveyOf } from './surveyOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

describeWays('四（三） a survey', open => {
  test('from the commission to a tally of the year, and back', async () => {
    const there = await openSurveys(await open(), 3)
    office = there.office
    const { committee, surveyor, callers, units } = there
    const [one, two] = units
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([one!.id, two!.id], 10))
    expect((await survey.act(surveyor, 'entrust')).status).toBe(403)
    expect((await survey.entrust()).body).toMatchObject({ stage: 'commissioned', planned: 40 })
    const kept = await survey.keep([...peopleOf(one!.id, one!.name, 15), ...peopleOf(two!.id, two!.name, 15)])
    expect(kept.body).toMatchObject({ state: 'kept', rows: 60, accepted: 60, refused: 0 })
    expect((await survey.draw()).body).toMatchObject({
      stage: 'drawn',
      draw: { frame: 60, sampled: 40, reserve: 20 },
    })
    const calls = await callAll(callers, nth => ({
      overall: nth % 4 === 0 ? 'basicallySatisfied' : 'satisfied',
      opinion: nth % 2 === 0 ? '-' : '多到支部来',
    }))
    expect(calls).toBe(40)
    expect(await survey.view()).toMatchObject({ stage: 'calling', answers: 40, pinned: true })
    const progress = (await survey.get(surveyor, '/progress')).body as never as {
      quota: { answers: number }[]
      outcomes: object
    }
    expect(progress.quota.map(({ answers }) => answers)).toEqual([10, 10, 10, 10])
    expect(progress.outcomes).toMatchObject({ I: 40, P: 0, UH: 0 })
    // From one quota only its own cases are opened.
    const cases = async (query: string) =>
      (
        (await survey.get(surveyor, `/cases?unit=${one!.id}${query}`)).body['cases'] as {
          groupName: string
        }[]
      ).map(({ groupName }) => groupName)
    expect(await cases('&group=public')).toEqual(Array.from({ length: 10 }, () => '群众'))
    expect(await cases('')).toHaveLength(20)
    const both = { units: [one!.id, two!.id] }
    expect((await survey.post(surveyor, 'end', both)).body).toEqual({ ended: 2, checks: 4 })
    const { callBacks } = (await survey.get(surveyor, '/call-backs')).body as never as {
      callBacks: { id: string; unitName: string; dial: string; number: string }[]
    }
    expect(callBacks).toHaveLength(4)
    expect(callBacks[0]!.number).toMatch(/^139\*{6}\d\d$/)
    expect((await survey.post(surveyor, 'separate', both)).body).toMatchObject({ code: 'unitsNotReady' })
    // A saved file outlives the deletion of numbers: none is in it.
    const saved = readWorkbook(new Uint8Array((await survey.get(surveyor, '/calls.xlsx')).raw))
    expect([...saved.keys()]).toEqual(['配额', '应答情况', '访问员', '回访'])
    const lineOf = (sheet: string) => [...saved.get(sheet)!.values()].at(-1)!.map(cell => cell?.value)
    // They are drawn over both units: one time in twenty, all are of the other.
    const standing = callBacks.some(({ unitName }) => unitName === two!.name) ? '待回访' : '可以分离'
    expect(lineOf('配额').slice(0, 5)).toEqual([two!.name, '群众', standing, 10, 10])
    expect(lineOf('回访').at(-1)).toBe('待回访')
    expect(JSON.stringify([...saved].map(([, rows]) => [...rows]))).not.toMatch(/139[\d*]{8}/)
    // Who was not reached can be dialled again.
    const missed = `call-backs/${callBacks[0]!.id}`
    const after = await survey.post(surveyor, missed, { result: 'notReached' })
    expect((after.body['callBacks'] as { id: string; dial?: string }[]).map(({ dial }) => dial)).toEqual(
      callBacks.map(({ dial }) => dial),
    )
    for (const { id } of callBacks)
      expect((await survey.post(surveyor, `call-backs/${id}`, { result: 'confirmed' })).status).toBe(200)
    expect((await survey.post(surveyor, 'separate', { units: [one!.id] })).body).toMatchObject({
      code: 'batchSmall',
    })
    expect((await survey.post(surveyor, 'separate', both)).body).toEqual({ units: 2, answers: 40 })
    // What an interviewer has done stays to be seen; what was answered does not.
    const { interviewers } = (await survey.get(surveyor, '/progress')).body as never as {
      interviewers: { answers: number; sameAnswer?: object }[]
    }
    expect(interviewers.reduce((sum, { answers }) => sum + answers, 0)).toBe(40)
    expect(interviewers.filter(({ sameAnswer }) => sameAnswer !== undefined)).toEqual([])
    // Nobody is left to be called: the survey goes on to its hand-over by itself.
    expect(await survey.view()).toMatchObject({ stage: 'separated', answers: 40 })
    expect(
      (await survey.act(surveyor, 'hand-over', { method: '分层随机抽样，电话访问' })).body,
    ).toMatchObject({ stage: 'handedOver' })
    const accepted = await survey.act(committee, 'accept', { adds: false })
    expect(accepted.body).toMatchObject({ stage: 'accepted' })
    const facts = async () =>
      (
        await office!.context.db.execute<{ at: string; body: { answers: Record<string, number> } }>(
          `select at::text as at, body from fact where kind = 'surveys' and withdrawn_at is null`,
        )
      ).rows
    const tallies = await facts()
    expect(tallies).toHaveLength(4)
    // They enter at one moment: on no day does half a survey stand.
    expect(new Set(tallies.map(({ at }) => at)).size).toBe(1)
    expect(
      tallies.map(({ body: { answers } }) => Object.values(answers).reduce((sum, count) => sum + count, 0)),
    ).toEqual([10, 10, 10, 10])
    expect((await survey.act(committee, 'take-back', { reason: '重新核对' })).body).toMatchObject({
      stage: 'handedOver',
    })
    expect(await facts()).toEqual([])
    const erased = await survey.post(committee, 'erasure')
    expect((erased.body['places'] as { left: number }[]).map(({ left }) => left)).toEqual([0, 0, 0, 0])
  })
})
