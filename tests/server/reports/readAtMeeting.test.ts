import { expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { ofWords, reportOf } from './reportOffice.ts'
import { meetingOffice, planned } from '../meetings/heldMeeting.ts'
import { ok, prepared } from '../meetings/votingMeeting.ts'

describeWays('四（四） reports read by voters', open => {
  test('from the first slip on, reports handed in and not returned are read without slip or account; nobody else’s', async () => {
    const { office, committee } = await meetingOffice(await open())
    const meeting = await planned(committee)
    const id = meeting.address.split('/').at(-1)!
    const nobody = office.visitor()
    const list = async () =>
      (await ok(nobody.ask(`GET /api/vote/meetings/${id}/reports`))).body['units'] as readonly string[]
    const { agenda } = (await ok(committee.ask(`GET ${meeting.address}`))).body as {
      readonly agenda: readonly { readonly unit: string }[]
    }
    // Some units of the demo year have handed in, some are not begun.
    const { reports } = (await ok(committee.ask('GET /api/years/2018/reports'))).body as {
      readonly reports: readonly { readonly unit: string; readonly state: string }[]
    }
    const stateOf = new Map(reports.map(({ unit, state }) => [unit, state]))
    const those = (...states: readonly string[]) =>
      agenda.map(({ unit }) => unit).filter(unit => states.includes(stateOf.get(unit)!))
    const [first] = those('absent', 'draft', 'returned')
    const [second, ...before] = those('handedIn', 'vetted')
    await ok(reportOf(first!).takeIn(committee, ofWords(1500)))
    await ok(reportOf(second!).giveBack(committee, 'organisation'))
    expect(await list()).toEqual([])
    await prepared(committee, meeting, { delegate: 1 })
    expect((await list()).toSorted()).toEqual([...before, first].toSorted())
    const read = (unit: string) =>
      nobody.ask(`GET /api/vote/meetings/${id}/reports/${encodeURIComponent(unit)}`)
    const { sections } = (await ok(read(first!))).body as {
      readonly sections: readonly { readonly name: string; readonly paragraphs: readonly string[] }[]
    }
    expect(sections.length).toBeGreaterThan(1)
    expect(sections.every(({ name, paragraphs }) => name !== '' && paragraphs.length > 0)).toBe(true)
    expect((await read(second!)).body).toMatchObject({ code: 'notFound' })
  })
})
