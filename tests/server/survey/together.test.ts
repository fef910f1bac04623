import { expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import type { Said } from '../office.ts'
import { callAll, commissionOf, end, layFrame, next, peopleOf, surveyOf } from './surveyOffice.ts'
import { openForTest } from './openForTest.ts'

const codes = (said: readonly Said[]) => said.map(({ status, body }) => (status === 200 ? 'done' : body.code))

describeWays('四（三） two people do the same at once', open => {
  test('of two who take a step of a survey at once, one does and the other is refused; no answer is lost or counted twice', async () => {
    const there = await openForTest(await open(), 2)
    const { office, committee, surveyor, callers, units } = there
    const second = await office.someone('diaocha2', [{ role: 'surveyor' }])
    const chief = await office.someone('kaohe2', [{ role: 'committee' }])
    const survey = surveyOf(committee, surveyor)
    const unit = units[0]!
    const commission = commissionOf([unit.id], 20)
    await survey.draft(commission)
    await survey.entrust()
    await layFrame(office.context, survey.id, units, peopleOf(unit.id, unit.name, 20))
    const at = `/api/years/2018/surveys/${survey.id}`
    const both = (step: string, body: object, [one, other] = [surveyor, second]) =>
      Promise.all([one, other].map(who => who!.ask(`POST ${at}/${step}`, { body })))
    const revision = async () => (await survey.view())['revision'] as number
    const parts = ['组织考核者', '调查方'].map(by => ({ by, text: '1234' }))

    expect(codes(await both('draw', { revision: await revision(), parts })).toSorted()).toEqual([
      'done',
      'staleRevision',
    ])
    expect(await survey.view()).toMatchObject({ draw: { sampled: 40 } })

    // The first call pins the questionnaire; hours and end may change, what was entrusted may not.
    const { interview } = await next(callers[0]!)
    const { questionnaire } = await survey.view()
    expect((await survey.ask(questionnaire as object)).body).toMatchObject({ code: 'surveyStep' })
    const planned = { revision: await revision(), commission: { ...commission, ends: '2018-12-05' } }
    const plans = await Promise.all(
      [committee, chief].map(who => who.ask(`PUT ${at}/commission`, { body: planned })),
    )
    expect(codes(plans).toSorted()).toEqual(['done', 'staleRevision'])
    await survey.view()
    expect((await survey.plan({ ...commission, way: 'file' })).body).toMatchObject({
      code: 'commissionFixed',
    })
    const given = { overall: 'satisfied', opinion: '-' }
    // A double click ends the call once.
    const ends = await Promise.all([1, 2].map(() => end(callers[0]!, interview!.case, 'interview', given)))
    expect(codes(ends).toSorted()).toEqual(['caseElsewhere', 'done'])
    expect(await survey.view()).toMatchObject({ answers: 1 })

    const again = { reason: '答案前后矛盾' }
    expect(codes(await both(`cases/${interview!.case}/again`, again)).toSorted()).toEqual([
      'caseUnanswered',
      'done',
    ])
    expect(await survey.view()).toMatchObject({ answers: 0 })
    await callAll(callers, () => given)
    expect(await survey.view()).toMatchObject({ answers: 40 })

    expect(codes(await both('end', { units: [unit.id] })).toSorted()).toEqual(['done', 'unitsNotCalled'])
    const { callBacks } = (await survey.get(surveyor, '/call-backs')).body as never as {
      callBacks: { id: string }[]
    }
    expect(callBacks).toHaveLength(4)
    for (const { id } of callBacks)
      expect(codes(await both(`call-backs/${id}`, { result: 'confirmed' })).toSorted()).toEqual([
        'caseUnanswered',
        'done',
      ])
    expect(codes(await both('close', { revision: await revision() })).toSorted()).toEqual([
      'done',
      'staleRevision',
    ])
    const separated = await both('separate', { units: [unit.id] })
    expect(separated.filter(({ status }) => status === 200).map(({ body }) => body)).toEqual([
      { units: 1, answers: 40 },
    ])
    expect(await survey.view()).toMatchObject({ stage: 'separated', answers: 40 })
    await survey.act(surveyor, 'hand-over', { method: '电话访问' })
    const seen = await revision()
    const decided = await Promise.all([
      committee.ask(`POST ${at}/accept`, { body: { revision: seen, adds: false } }),
      chief.ask(`POST ${at}/return`, { body: { revision: seen, reason: '请补充说明' } }),
      chief.ask(`POST ${at}/accept`, { body: { revision: seen, adds: true } }),
    ])
    expect(codes(decided).filter(code => code === 'done')).toHaveLength(1)
    expect(codes(decided).filter(code => code === 'staleRevision')).toHaveLength(2)
  })
})
