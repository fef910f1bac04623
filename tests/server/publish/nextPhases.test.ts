import { expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { finished } from '../finished.ts'
import { AT, openToPublish, plan } from './publishOffice.ts'

describeWays('the phases after approval', open => {
  test('each phase after approval asks for its work, and once that is done for the next phase', async () => {
    const { office, committee, act, release } = await openToPublish(await open())
    const texts = async () => {
      const { body } = await committee.ask('GET /api/years/2018/due')
      return (body['waiting'] as readonly { readonly text: string }[]).map(one => one.text)
    }
    const move = async (from: string, to: string) =>
      expect((await committee.ask('POST /api/years/2018/phase', { body: { from, to } })).status).toBe(200)
    await release()
    expect(await texts()).toContain('起草、印发各单位的反馈意见')
    const issuer = '00000000-0000-4000-8000-000000000001'
    const names = { names: ['考核办'], word: '考核', imprint: '', revision: 0 }
    await committee.ask(`PUT /api/documents/issuers/${issuer}`, { body: names })
    const kind = 'feedback'
    const write = () => committee.ask('POST /api/years/2018/documents', { body: { kind, all: true } })
    const body = { kind, issuer, day: '2018-12-24' }
    const issue = async () =>
      finished(committee, (await committee.ask('POST /api/years/2018/documents/issue', { body })).body['job'])
    await write()
    expect(await texts()).not.toContain('起草、印发各单位的反馈意见')
    await issue()
    // Units whose problems are still drafts get their letters later.
    expect(await texts()).toContainEqual(expect.stringMatching(/^起草、印发其余\d+个单位的反馈意见$/))
    await office.context.database.run(
      "update problem set standing = 'dropped', revision = revision + 1 where sent_on is null",
    )
    await write()
    await issue()
    expect(await texts()).toContain('反馈意见已印发，进入“书面反馈”阶段')
    await move('approved', 'fedBack')
    expect(await texts()).toContain('问题已下发，进入“整改”阶段')
    await office.context.database.run('delete from problem_step')
    await office.context.database.run('delete from problem')
    expect(await texts()).toContain('由结果提出问题，审核后下发')
    await move('fedBack', 'rectifying')
    expect(await texts()).toContain('安排公示')
    await committee.ask(`PUT ${AT}`, { body: plan })
    expect(await texts()).toContain('发布公示')
    await act('release')
    expect(await texts()).toContain('公示已发布，进入“公示”阶段')
    await move('rectifying', 'published')
    expect((await texts()).filter(text => text.includes('阶段'))).toEqual([])
    await office.context.database.run("update publication set from_day = '2018-12-01', to_day = '2018-12-20'")
    expect(await texts()).toContain('公示期已满，整改办完后，进入“办结”阶段')
    await office.close()
  })
})
