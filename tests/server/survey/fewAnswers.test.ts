import { expect, test } from 'vitest'
import { BATCH_LEAST, checkBatch } from '../../../src/domain/campaign/survey/batch.ts'
import { describeWays } from '../databases.ts'
import { callAll, commissionOf, end, layFrame, next, peopleOf, surveyOf } from './surveyOffice.ts'
import { openForTest } from './openForTest.ts'

test('a batch needs 30 answers, and as many are left wherever units are', () => {
  expect(checkBatch(BATCH_LEAST, { units: 0, answers: 0 })).toBeUndefined()
  expect(checkBatch(BATCH_LEAST, { units: 3, answers: BATCH_LEAST })).toBeUndefined()
  expect(checkBatch(BATCH_LEAST - 1, { units: 0, answers: 0 })).toMatchObject({ code: 'batchSmall' })
  // Units that are still called may end with few: they would never be separated.
  expect(checkBatch(BATCH_LEAST, { units: 1, answers: 0 })).toMatchObject({ code: 'batchLeavesFew' })
  expect(checkBatch(0, { units: 0, answers: 0 })).toBeUndefined()
})

async function opened(database: Parameters<typeof openForTest>[0], size: number, each: number) {
  const there = await openForTest(database)
  const { office, committee, surveyor, units } = there
  const survey = surveyOf(committee, surveyor)
  await survey.draft(commissionOf([units[0]!.id], size))
  await survey.entrust()
  await layFrame(office.context, survey.id, units, peopleOf(units[0]!.id, units[0]!.name, each))
  await survey.draw()
  return { ...there, survey, unit: units[0]!, caller: there.callers[0]! }
}

describeWays('四（三） a survey with few answers', open => {
  test('everybody refuses: it ends, is handed over and accepted without a tally, and its numbers go', async () => {
    const { survey, caller, surveyor, committee, unit } = await opened(await open(), 3, 3)
    for (;;) {
      const { interview } = await next(caller)
      if (interview === undefined) break
      await end(caller, interview.case, 'refusal')
    }
    await survey.view()
    expect((await survey.act(surveyor, 'close')).body).toMatchObject({ stage: 'closed', answers: 0 })
    expect((await survey.get(surveyor, '/progress')).body).toMatchObject({ outcomes: { R: 6, I: 0 } })
    const units = { units: [unit.id] }
    expect((await survey.post(surveyor, 'separate', units)).body).toEqual({ units: 1, answers: 0 })
    await survey.view()
    expect((await survey.act(surveyor, 'hand-over', { method: '全部拒访' })).status).toBe(200)
    expect((await survey.get(committee, '/analysis')).status).toBe(200)
    expect((await survey.act(committee, 'accept', { adds: false })).body).toMatchObject({ stage: 'accepted' })
    expect((await survey.act(committee, 'take-back', { reason: '误操作' })).status).toBe(200)
    expect((await survey.post(committee, 'erasure')).status).toBe(200)
  })

  test('one answer only: it is never separated, and destroyed unopened when all calls are over', async () => {
    const { office, survey, caller, surveyor, unit } = await opened(await open(), 1, 2)
    await callAll([caller], nth => ({ overall: nth === 0 ? 'dissatisfied' : 'satisfied', opinion: '-' }))
    const { callBacks: none } = (await survey.get(surveyor, '/call-backs')).body as never as { callBacks: [] }
    expect(none).toEqual([])
    const units = { units: [unit.id] }
    await survey.post(surveyor, 'end', units)
    const checked = async () => {
      const { callBacks } = (await survey.get(surveyor, '/call-backs')).body as never as {
        callBacks: { id: string }[]
      }
      for (const { id } of callBacks) await survey.post(surveyor, `call-backs/${id}`, { result: 'confirmed' })
    }
    await checked()
    // As long as calls could go on, it waits for more.
    const early = await survey.post(surveyor, 'separate', { ...units, discard: true })
    expect(early.body).toMatchObject({ code: 'batchSmall' })
    await survey.view()
    await survey.act(surveyor, 'close')
    const small = await survey.post(surveyor, 'separate', units)
    expect(small.body).toMatchObject({ code: 'batchSmall', message: expect.stringContaining('只能销毁') })
    const done = await survey.post(surveyor, 'separate', { ...units, discard: true })
    expect(done.body).toEqual({ units: 1, answers: 0 })
    expect(await survey.view()).toMatchObject({ stage: 'separated', answers: 0 })
    expect(await office.context.keys.list(survey.id)).toEqual(['numbers'])
    expect((await office.trail()).at(-1)).toMatchObject({ kind: 'answersDiscarded', values: { answers: 2 } })
    expect((await survey.act(surveyor, 'hand-over', { method: '答卷不足' })).status).toBe(200)
  })

  test('a unit without members: the draw says whom it lacks, the sizes are changed, and it is drawn', async () => {
    const there = await openForTest(await open())
    const { office, committee, surveyor, units } = there
    const survey = surveyOf(committee, surveyor)
    const [one, two] = units
    const commission = commissionOf([one!.id, two!.id], 2)
    await survey.draft(commission)
    await survey.entrust()
    await layFrame(office.context, survey.id, units, [
      ...peopleOf(one!.id, one!.name, 3),
      ...peopleOf(two!.id, two!.name, 3).filter(row => row[2] === '群众'),
    ])
    const short = await survey.draw()
    expect(short.body).toMatchObject({ code: 'frameShort' })
    expect(short.body.message).toContain(`“${two!.name}”的党员`)
    const sizes = commission.sizes.map(one =>
      one.unit === two!.id && one.group === 'members' ? { ...one, size: 0 } : one,
    )
    expect((await survey.plan({ ...commission, sizes })).body).toMatchObject({ planned: 6 })
    expect((await survey.draw()).body).toMatchObject({ stage: 'drawn', draw: { frame: 9, sampled: 6 } })
    expect((await survey.plan({ ...commission, sizes: commission.sizes })).body).toMatchObject({
      code: 'commissionFixed',
    })
    // Never called: it can be closed, too.
    expect((await survey.act(surveyor, 'close')).body).toMatchObject({ stage: 'closed' })
  })
  test('a unit whose sample size is 0 is not asked: the frame refuses its people, and no list, quota or result names it', async () => {
    const { committee, surveyor, callers, units } = await openForTest(await open())
    const survey = surveyOf(committee, surveyor)
    const [one, two] = units
    const commission = commissionOf([one!.id, two!.id], 2)
    const sizes = commission.sizes.map(row => (row.unit === two!.id ? { ...row, size: 0 } : row))
    expect((await survey.draft({ ...commission, sizes })).body).toMatchObject({
      units: [one, two].map(named),
    })
    await survey.entrust()
    const rows = [...peopleOf(one!.id, one!.name, 2), ...peopleOf(two!.id, two!.name, 1)]
    const read = await survey.upload(rows)
    expect(read.body).toMatchObject({ accepted: 4, refused: 2 })
    expect(JSON.stringify(read.body['refusedRows'])).toContain(`这项调查不访问“${two!.name}”`)
    await survey.post(surveyor, `frame/${String(read.body['id'])}/keep`)
    const frame = await survey.get(surveyor, '/frame')
    expect(unitsOf(frame.body['counts'])).toEqual([one!.id])
    await survey.draw()
    await callAll(callers, () => ({ overall: 'satisfied', opinion: '-' }))
    expect(unitsOf((await survey.get(surveyor, '/progress')).body['quota'])).toEqual([one!.id])
    await survey.view()
    await survey.act(surveyor, 'close')
    expect(unitsOf((await survey.get(committee, '/analysis')).body['units'])).toEqual([one!.id])
    const { surveys } = (await committee.ask('GET /api/years/2018/surveys')).body as never as {
      readonly surveys: readonly object[]
    }
    expect(surveys).toMatchObject([{ units: 1, planned: 4, answers: 4 }])
  })
})

const named = (unit: { readonly id: string; readonly name: string } | undefined) => ({
  id: unit!.id,
  name: unit!.name,
})

function unitsOf(rows: unknown): readonly string[] {
  return [...new Set((rows as readonly { readonly unit: string }[]).map(({ unit }) => unit))]
}
