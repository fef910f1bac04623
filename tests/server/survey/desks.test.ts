import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import { callAll, commissionOf, end, layFrame, next, peopleOf, surveyOf } from './surveyOffice.ts'
import { openForTest } from './openForTest.ts'

/** Interviewers who all ask at the same moment. */
const MANY = 50

describeOnEachDatabase('四（三） the desks of interviewers', open => {
  test(`${MANY} at once never get the same case; calls stop where the answers, counted, fill the quota`, async () => {
    const there = await openForTest(await open(), MANY)
    const { office, committee, surveyor, callers, units } = there
    const survey = surveyOf(committee, surveyor)
    const [one, two] = units
    const sizes = [
      { unit: one!.id, group: 'members', size: 60 },
      { unit: two!.id, group: 'members', size: 5 },
    ]
    await survey.draft(commissionOf([], 0, { sizes }))
    await survey.entrust()
    const members = (unit: typeof one, each: number) =>
      peopleOf(unit!.id, unit!.name, each).filter(row => row[2] === '党员')
    await layFrame(office.context, survey.id, units, [...members(one, 70), ...members(two, 30)])
    await survey.draw()
    // Everybody asks twice, as by a double click.
    const asked = await Promise.all(callers.flatMap(caller => [next(caller), next(caller)]))
    const taken = callers.map((_, at) => asked[2 * at]!.interview!.case)
    expect(asked.map(({ interview }) => interview!.case)).toEqual(taken.flatMap(one => [one, one]))
    expect(new Set(taken).size).toBe(MANY)
    const dialled = new Set(asked.map(({ interview }) => interview!.dial))
    expect(dialled.size).toBe(MANY)
    await Promise.all(callers.map((caller, at) => end(caller, taken[at]!, 'refusal')))
    await survey.post(surveyor, 'reserve', { unit: two!.id, group: 'members', take: 25, reason: '拒访多' })
    await callAll(callers.slice(0, 2), () => ({ overall: 'satisfied', opinion: '-' }))
    const quota = async () =>
      (
        (await survey.get(surveyor, '/progress')).body as never as {
          quota: { unit: string; answers: number; fresh: number }[]
        }
      ).quota
    const [, full] = await quota()
    // Two at a time: the quota is passed by one at most, and the rest is left alone.
    expect(full!.answers === 5 || full!.answers === 6).toBe(true)
    expect(full!.fresh).toBeGreaterThan(15)
    expect((await next(callers[0]!)).idle).toBe('号码已经拨完')

    // An answer sent back is asked again, and its unit is called again.
    const { body } = await survey.get(surveyor, `/cases?unit=${two!.id}`)
    const answered = (body['cases'] as { id: string; state: string }[]).filter(
      one => one.state === 'answered',
    )
    for (const { id } of answered.slice(0, 2))
      expect((await survey.post(surveyor, `cases/${id}/again`, { reason: '答案前后矛盾' })).status).toBe(200)
    const again = await next(callers[0]!)
    expect(answered.map(({ id }) => id)).toContain(again.interview!.case)
    await end(callers[0]!, again.interview!.case, 'refusal')
    expect((await next(callers[1]!)).interview).toBeDefined()
  })

  test.each([
    ['empty, by a server that was killed', 0],
    ['half written, by a power failure', 40],
  ])('a draft that was left %s is none: its case is asked from the start', async (_, length) => {
    const there = await openForTest(await open(), 1)
    const { office } = there
    const survey = surveyOf(there.committee, there.surveyor)
    const [unit] = there.units
    await survey.draft(commissionOf([unit!.id], 2))
    await survey.entrust()
    await layFrame(office.context, survey.id, there.units, peopleOf(unit!.id, unit!.name, 2))
    await survey.draw()
    const caller = there.callers[0]!
    const { case: of } = (await next(caller)).interview!
    const answers = { overall: 'satisfied', opinion: '-' }
    const path = `/api/interview/${of}`
    expect((await caller.ask(`PUT ${path}`, { body: { answers } })).status).toBe(200)
    const { drafts } = office.context
    await drafts.write(survey.id, of, (await drafts.read(survey.id, of))!.subarray(0, length))
    expect((await next(caller)).interview).toMatchObject({ case: of, answers: {} })
    expect((await caller.ask(`PUT ${path}`, { body: { answers } })).status).toBe(200)
    expect((await next(caller)).interview!.answers).toEqual(answers)
    expect((await end(caller, of, 'interview', answers)).status).toBe(200)
  })
})
