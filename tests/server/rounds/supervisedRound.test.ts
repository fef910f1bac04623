import { afterEach, expect, test } from 'vitest'
import type { Points } from '../../../src/domain/kernel/points.ts'
import { putHistory } from '../../../src/server/year/history.store.ts'
import { describeWays } from '../databases.ts'
import { addPeople, openRoundOffice, propose, type RoundOffice } from './roundOffice.ts'

let there: RoundOffice | undefined

afterEach(async () => {
  await there?.office.close()
  there = undefined
})

describeWays('五（四） extra visits under key supervision', open => {
  test('the last three of last year get a round of their own, which the committee is reminded of until it is drafted', async () => {
    there = await openRoundOffice(await open())
    const { office, committee } = there
    const span = { quarter: 2, name: '加查', from: '2018-05-07', to: '2018-06-29', supervised: true }
    const draft = () => committee.ask('POST /api/years/2018/rounds', { body: span })
    expect((await draft()).body).toMatchObject({ code: 'noneSupervised' })

    const { units } = (await committee.ask('GET /api/years/2018/roster')).body as never as {
      units: { id: string; name: string }[]
    }
    const entries = units.slice(0, 20).map(({ id }, at) => ({
      unit: id,
      person: `p${at}`,
      composite: (90_000 - at) as Points,
      place: at + 1,
      fromBottom: 20 - at,
      of: 20,
      grade: 'good',
    }))
    await office.context.db.transaction(tx => putHistory(tx, { years: [{ cycle: 2017, entries }] }, 'test'))
    const last = units.slice(17, 20)
    const seen = await committee.ask('GET /api/years/2018/rounds')
    expect((seen.body['supervised'] as string[]).toSorted()).toEqual(last.map(({ name }) => name).toSorted())
    const reminders = async () => {
      const { waiting } = (await committee.ask('GET /api/years/2018/due')).body as never as {
        waiting: { id: string }[]
      }
      return waiting.filter(({ id }) => id === 'supervisedRound').length
    }
    expect(await reminders()).toBe(1)
    const made = await draft()
    expect(made.body).toMatchObject({ supervised: true })
    expect(await reminders()).toBe(0)
    await addPeople(there, 8)
    const plan = await propose(there, made.body['id'] as string)
    expect(plan.assignments.map(({ unit }) => unit).toSorted()).toEqual(last.map(({ id }) => id).toSorted())
    expect(plan.faults.filter(({ blocks, kind }) => blocks || kind === 'unplanned')).toEqual([])
  })
})
