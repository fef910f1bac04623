import { afterEach, expect, test } from 'vitest'
import { eraseDueNumbers } from '../../../src/server/rooms/survey/eraseNumbers.ts'
import { finishDraws } from '../../../src/server/rooms/survey/finishDraw.ts'
import { describeWays } from '../databases.ts'
import type { Office } from '../office.ts'
import { commissionOf, layFrame, next, openSurveys, peopleOf, surveyOf } from './surveyOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

/** More units than are drawn or ended with one statement. */
const MANY = 60

type Way = Parameters<Parameters<typeof describeWays>[1]>[0]

async function framed(open: Way) {
  const there = await openSurveys(await open(), 2, MANY)
  office = there.office
  const survey = surveyOf(there.committee, there.surveyor)
  const ids = there.units.map(({ id }) => id)
  await survey.draft(commissionOf(ids, 2))
  await survey.entrust()
  await layFrame(
    office.context,
    survey.id,
    there.units,
    there.units.flatMap(({ id, name }) => peopleOf(id, name, 3)),
  )
  return { ...there, survey, ids }
}

/** Lets a server fail as if it were killed: the key of this number cannot be made. */
function failAt(key: number): () => void {
  const { keys } = office!.context
  let made = 0
  const make: typeof keys.make = (...of) => {
    if (++made === key) throw new Error('killed')
    return keys.make(...of)
  }
  Object.assign(office!.context, { keys: { ...keys, make } })
  return () => void Object.assign(office!.context, { keys })
}

describeWays('四（三） large surveys are processed in slices', open => {
  test('surveyDrawing: a draw that a killed server left unfinished is hidden, and ends with the same sample', async () => {
    const { survey, surveyor, committee, callers, ids } = await framed(open)
    const mend = failAt(30)
    await expect(survey.draw()).rejects.toThrow('internalFault')
    expect(await survey.view()).toMatchObject({ stage: 'commissioned' })
    const { body: half } = await survey.get(surveyor, '/frame')
    expect(half).toMatchObject({ drawing: expect.any(Number), total: MANY * 6 })
    expect((half['counts'] as { sampled: number }[]).every(({ sampled }) => sampled === 0)).toBe(true)
    expect((await next(callers[0]!)).interview).toBeUndefined()
    // What decides the sample stays as it is.
    expect((await survey.draw()).body).toMatchObject({ code: 'surveyDrawing' })
    expect((await survey.plan(commissionOf(ids, 1))).body).toMatchObject({ code: 'surveyDrawing' })
    expect((await survey.upload([])).body).toMatchObject({ code: 'surveyDrawing' })
    mend()
    await Promise.all([finishDraws(office!.context), finishDraws(office!.context)])
    const drawn = { frame: MANY * 6, sampled: MANY * 4, reserve: MANY * 2 }
    expect(await survey.view()).toMatchObject({ stage: 'drawn', draw: drawn })
    const { text } = await survey.get(committee, '/draw.txt')
    expect(text.match(/\t第\d+$/gm)).toHaveLength(MANY * 4)
    expect((await office!.trail()).map(({ kind }) => kind).slice(-2)).toEqual(['frameFrozen', 'sampleDrawn'])
    expect((await next(callers[0]!)).interview).toBeDefined()
  })

  test('many units are ended in batches; while one is on a desk none is, and a repeated request gets the same answer', async () => {
    const { survey, surveyor, callers, ids } = await framed(open)
    await survey.draw()
    const { interview } = await next(callers[0]!)
    const body = { units: ids }
    expect((await survey.post(surveyor, 'end', body)).body).toMatchObject({ code: 'unitsNotReady' })
    const states = async () =>
      ((await survey.get(surveyor, '/progress')).body['quota'] as { state: string }[]).map(
        ({ state }) => state,
      )
    expect(new Set(await states())).toEqual(new Set(['calling']))
    await callers[0]!.ask(`POST /api/interview/${interview!.case}/end`, {
      body: { disposition: 'interview', answers: { overall: 'satisfied', opinion: '-' } },
    })
    const route = `POST /api/years/2018/surveys/${survey.id}/end`
    const key = crypto.randomUUID()
    const [one, other] = [await surveyor.ask(route, { body, key }), await surveyor.ask(route, { body, key })]
    expect(one.body).toEqual({ ended: MANY, checks: 1 })
    expect(other.body).toEqual(one.body)
    expect((await states()).filter(state => state === 'checking')).toHaveLength(2)
    expect((await survey.post(surveyor, 'end', body)).body).toMatchObject({ code: 'unitsNotCalled' })
    const reserve = { unit: ids[0], group: 'members', take: 1, reason: '拒访多' }
    expect((await survey.post(surveyor, 'reserve', reserve)).body).toMatchObject({ code: 'unitsNotCalled' })
    expect((await next(callers[1]!)).idle).toBe('号码已经拨完')
    await survey.view()
    expect((await survey.act(surveyor, 'close')).body).toMatchObject({ stage: 'closed' })
  })

  test('all units are ended with the survey; numbers go on their day although the server was off', async () => {
    const { survey, surveyor, committee } = await framed(open)
    await survey.draw()
    await survey.view()
    expect((await survey.act(surveyor, 'close')).body).toMatchObject({ stage: 'closed' })
    // Off from before the day of deletion until a week after it.
    Object.assign(office!.context, { today: () => '2019-01-07' })
    await eraseDueNumbers(office!.context)
    const { body } = await survey.get(committee, '/erasure')
    expect(body).toMatchObject({ deletedOn: '2019-01-07' })
    expect((body['places'] as { left: number }[]).map(({ left }) => left)).toEqual([0, 0, 0, 0])
    expect((await office!.trail()).at(-1)).toMatchObject({
      kind: 'numbersDeleted',
      values: { numbers: MANY * 6 },
    })
    expect(await office!.context.keys.list(survey.id)).toEqual([])
  })

  test('answers of a bureau’s file are stored while it is read, count once it is kept, which moves none, and go when it is dropped or replaced', async () => {
    const there = await openSurveys(await open(), 0, 1)
    office = there.office
    const { committee, surveyor, units } = there
    const survey = surveyOf(committee, surveyor)
    await survey.draft(commissionOf([units[0]!.id], 0, { way: 'file' }))
    await survey.entrust()
    const stored = async () => {
      const { rows } = await office!.context.db.execute<{ id: string }>(
        'select id from survey_answer order by id',
      )
      return rows.map(({ id }) => id)
    }
    const read = async (many: number) => {
      const lines = Array.from({ length: many }, (_, at) => `${units[0]!.name},党员,满意,建议${at}`)
      const { body } = await survey.sendFile('answers', ['单位,对象,第1题,第2题', ...lines].join('\n'))
      return `file/${String(body['id'])}`
    }
    const first = await read(1200)
    const before = await stored()
    expect(before).toHaveLength(1200)
    expect(await survey.view()).toMatchObject({ answers: 0 })
    expect((await survey.post(surveyor, `${first}/keep`)).body).toMatchObject({ state: 'kept' })
    expect(await stored()).toEqual(before)
    expect(await survey.view()).toMatchObject({ answers: 1200 })
    // A file that is dropped changes nothing; one that is kept takes the place of the first.
    await survey.post(surveyor, `${await read(30)}/drop`)
    expect(await stored()).toEqual(before)
    await survey.post(surveyor, `${await read(2500)}/keep`)
    expect(await survey.view()).toMatchObject({ answers: 2500 })
    expect(await stored()).toHaveLength(2500)
  })

  test('a dropped frame leaves no case: the same file can be imported again', async () => {
    const { survey, surveyor, units } = await framed(open)
    const people = peopleOf('U900', units[0]!.name, 3)
    const first = await survey.upload(people)
    expect(first.body).toMatchObject({ accepted: 6, refused: 0 })
    expect((await survey.get(surveyor, '/frame')).body).toMatchObject({ total: MANY * 6 })
    await survey.post(surveyor, `frame/${String(first.body['id'])}/drop`)
    expect((await survey.keep(people)).body).toMatchObject({ state: 'kept', accepted: 6 })
    expect((await survey.get(surveyor, '/frame')).body).toMatchObject({ total: MANY * 6 + 6 })
    expect((await survey.keep(people)).body).toMatchObject({ accepted: 0, refused: 6 })
  })
})
