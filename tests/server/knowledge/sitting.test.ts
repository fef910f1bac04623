import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../databases.ts'
import { drawOffice } from '../draw/drawOffice.ts'
import { answersOf, held } from './heldExam.ts'

describeOnEachDatabase('四（二） a paper on two phones, and without a signal', (open, { way }) => {
  way(
    'answers given in time without a signal count when they arrive within the grace, and are marked',
    async () => {
      const { office, committee } = await drawOffice(await open())
      const { address, papers } = await held(committee, [], 2, 10)
      const [first, second] = await papers()
      const phone = office.visitor()
      const given: [string, object][] = []
      for (const { code } of [first!, second!]) {
        const begun = await phone.ask(`POST /api/sittings/${code}/start`, { body: { device: 'A' } })
        expect(begun.body).toMatchObject({ grace: 10, elsewhere: false })
        given.push([code, answersOf(begun, stem => [stem === '单三' ? 1 : 0])])
      }
      office.forward(19)
      expect((await committee.ask(`POST ${address}/close`, { body: {} })).body).toMatchObject({
        code: 'testUnfinished',
      })
      const send = ([code, answers]: [string, object]) =>
        phone.ask(`POST /api/sittings/${code}/answers`, {
          body: { answers, saved: 9, submit: true, device: 'A' },
        })
      expect((await send(given[0]!)).body).toMatchObject({ state: 'submitted', right: 5 })
      office.forward(2)
      expect((await send(given[1]!)).body).toMatchObject({ code: 'paperEnded' })
      expect(await papers()).toMatchObject([
        { right: 5, late: true },
        { right: 0, late: false },
      ])
      const [told] = (await office.trail()).filter(line => line.kind === 'paperSubmitted')
      expect(told!.values).toMatchObject({ how: '在时限后的宽限内补交' })
    },
  )

  test('a second phone on one slip is told, takes over, and the first cannot save any more', async () => {
    const { office, committee } = await drawOffice(await open())
    const { papers } = await held(committee, [], 1)
    const slip = `/api/sittings/${(await papers())[0]!.code}`
    const phone = office.visitor()
    const begun = await phone.ask(`POST ${slip}/start`, { body: { device: 'A' } })
    const save = (device: string, saved: number, option: number) =>
      phone.ask(`POST ${slip}/answers`, {
        body: { answers: answersOf(begun, () => [option]), saved, submit: false, device },
      })
    expect((await save('A', 1, 0)).body).toMatchObject({ saved: 1 })
    const seen = await phone.ask(`GET ${slip}?device=B`)
    expect(seen.body).toMatchObject({ state: 'started', elsewhere: true })
    expect(seen.body).not.toHaveProperty('questions')
    expect((await save('B', 2, 1)).body).toMatchObject({ code: 'slipElsewhere' })
    const taken = await phone.ask(`POST ${slip}/start`, { body: { device: 'B' } })
    expect(taken.body).toMatchObject({ elsewhere: false, saved: 1 })
    expect((await save('B', 2, 1)).body).toMatchObject({ saved: 2 })
    expect((await save('A', 9, 2)).body).toMatchObject({ code: 'slipElsewhere' })
    expect((await office.trail()).map(line => line.kind)).toContain('paperMoved')
  })
})
