import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { outcomesOf } from '../../../src/server/year/outcome/outcomeCache.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { type DemoYear, openDemoYear } from './aDemoYear.ts'

const SEAL = 'POST /api/years/:year/seals'
const APPROVE = 'POST /api/years/:year/seals/:number/approve'
const RETURN = 'POST /api/years/:year/seals/:number/return'
const CORRECT = 'POST /api/years/:year/corrections'
const ABANDON = 'POST /api/years/:year/corrections/abandon'
const MOVE = 'POST /api/years/:year/phase'
const FACTS = 'POST /api/years/:year/facts'

describeOnEachDatabase('a year’s seals', (open, { way }) => {
  let database: OpenDatabase
  let year: DemoYear

  beforeEach(async () => {
    database = await open()
    year = await openDemoYear(database, 24)
  })
  afterEach(() => year.office.close())

  const state = async () => (await year.ask(year.committee, 'GET /api/years/:year')).state
  const judge = (number: number, body: object = {}) => ({ params: { number }, body })

  test('五（一） a year is sealed only if it is scored, on the revision that was viewed, and once', async () => {
    await year.ask(year.committee, MOVE, { body: { from: 'scored', to: 'running', reason: '补核查' } })
    await year.uphold()
    const revision = await year.revision()
    expect(await year.refused(year.committee, SEAL, { body: { revision } })).toBe('sealNotYet')
    const late = { from: 'running', to: 'scored' }
    expect(await year.refused(year.committee, MOVE, { body: late })).toBe('phaseNeedsReason')
    await year.ask(year.committee, MOVE, { body: { ...late, reason: '已补' } })
    expect(await year.refused(year.committee, MOVE, { body: { ...late, reason: '再推' } })).toBe(
      'phaseMovedMeanwhile',
    )
    expect(await year.refused(year.committee, SEAL, { body: { revision: revision + 7 } })).toBe(
      'staleRevision',
    )
    const key = randomUUID()
    const send = () => year.committee.ask('POST /api/years/2018/seals', { key, body: { revision } })
    const same = await Promise.all([send(), send()])
    const answers = [...same, await year.committee.ask('POST /api/years/2018/seals', { body: { revision } })]
    const said = answers.map(({ status, body, text }) => (status === 200 ? body.number : text))
    const { checks } = await year.ask(year.committee, 'GET /api/years/:year/seal-checks')
    const items = checks.flatMap(check => check.items.slice(0, 3).map(({ text }) => text))
    expect(said.toSorted(), items.join('\n')).toEqual([1, 1, expect.stringContaining('yearSealed')])
    expect((await year.ask(year.committee, 'GET /api/years/:year/seals')).seals).toHaveLength(1)
    expect((await send()).body).toMatchObject({ number: 1 })
  })

  way('R19 a missing component is not sealed before it is decided, and the check says which', async () => {
    await database.db.execute(sql`update fact set withdrawn_at = now(), withdrawn_by = 'x', revision = 3
      where kind = 'surveys' and unit = (select min(unit) from fact where kind = 'surveys')`)
    await database.db.execute('update cycle set revision = 3')
    const { checks, maySeal } = await year.ask(year.committee, 'GET /api/years/:year/seal-checks')
    expect(maySeal).toBe(false)
    const [missing] = checks.find(check => check.id === 'components')!.items
    expect(missing).toMatchObject({
      text: expect.stringContaining('民意调查'),
      mend: { page: '$year/decisions' },
    })
    expect(await year.refused(year.committee, SEAL, { body: { revision: 3 } })).toBe('sealBlocked')
    const body = {
      kind: 'componentScore',
      unit: missing!.unit!,
      component: 'survey',
      points: 80,
      by: '工委',
      reason: '样本不足',
    }
    await year.ask(year.committee, FACTS, { body: { fact: { kind: 'decisions', body } } })
    expect(await year.seal()).toMatchObject({ number: 1 })
  })

  way('the leading group returns with a reason; the next seal has the next number', async () => {
    await year.seal()
    expect(await year.refused(year.committee, RETURN, judge(1, { reason: '存疑' }))).toBe('notAllowed')
    await year.ask(year.leading, RETURN, judge(1, { reason: '一处存疑' }))
    expect(await state()).toBe('returned')
    const { waiting } = await year.ask(year.committee, 'GET /api/years/:year/due')
    expect(waiting[0]).toMatchObject({
      id: 'returned',
      late: true,
      text: expect.stringContaining('一处存疑'),
    })
    expect(await year.refused(year.leading, APPROVE, judge(1))).toBe('nothingToJudge')
    expect(await year.seal()).toMatchObject({ number: 2 })
    expect(await year.refused(year.leading, APPROVE, judge(1))).toBe('sealNotLatest')
    const first = await year.ask(year.leading, APPROVE, judge(2, { opinion: '同意' }))
    expect(first).toMatchObject({ state: 'approved', opinion: '同意', judgedBy: 'lingdao' })
  })

  way(
    'a correction is opened with a reason, can be abandoned while nothing changed, and is sealed again after a change',
    async () => {
      expect(await year.refused(year.committee, CORRECT, { body: { seal: 1, reason: '录错' } })).toBe(
        'notSealed',
      )
      await year.seal()
      await year.ask(year.leading, APPROVE, judge(1))
      expect(await year.refused(year.committee, ABANDON, { body: { reason: '无误' } })).toBe('notCorrecting')
      const correct = { body: { seal: 1, reason: '疑有误' } }
      const opened = await year.ask(year.committee, CORRECT, correct)
      expect(opened.correction).toMatchObject({ reason: '疑有误', changed: false })
      expect(await year.refused(year.committee, CORRECT, correct)).toBe('alreadyCorrecting')
      expect(await year.refused(year.committee, MOVE, { body: { from: 'approved', to: 'fedBack' } })).toBe(
        'phaseWaitsForCorrection',
      )
      expect(await year.ask(year.committee, ABANDON, { body: { reason: '核对无误' } })).toMatchObject({
        state: 'approved',
      })
      await year.ask(year.committee, MOVE, { body: { from: 'approved', to: 'fedBack' } })

      await year.ask(year.committee, CORRECT, correct)
      const [finding] = (
        await year.ask(year.committee, 'GET /api/years/:year/facts', { query: { kind: 'findings' } })
      ).facts
      const withdraw = {
        params: { fact: finding!.id },
        body: { revision: finding!.revision, reason: '录错' },
      }
      await year.ask(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', withdraw)
      expect(await year.refused(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', withdraw)).toBe(
        'staleRevision',
      )
      expect(await year.refused(year.committee, ABANDON, { body: { reason: '不改了' } })).toBe(
        'correctionChanged',
      )
      await year.seal()
      await year.ask(year.leading, RETURN, judge(2, { reason: '再核' }))
      expect(await state()).toBe('correcting')
      await year.seal()
      await year.ask(year.leading, APPROVE, judge(3))
      const after = await year.ask(year.committee, 'GET /api/years/:year')
      expect(after).toMatchObject({ phase: 'fedBack', state: 'approved', seal: 3 })
      expect(
        (await year.ask(year.committee, 'GET /api/years/:year/seals')).seals.map(one => one.state),
      ).toEqual(['superseded', 'returned', 'approved'])
    },
  )

  way('an approved year is released once, and then published', async () => {
    expect(await year.refused(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })).toBe(
      'notApproved',
    )
    await year.seal()
    await year.ask(year.leading, APPROVE, judge(1))
    for (const to of ['fedBack', 'rectifying']) {
      const { phase: from } = await year.ask(year.committee, 'GET /api/years/:year')
      await year.ask(year.committee, MOVE, { body: { from, to } })
    }
    const publish = { body: { from: 'rectifying', to: 'published' } }
    expect(await year.refused(year.committee, MOVE, publish)).toBe('phaseWaitsForRelease')
    const { moves } = await year.ask(year.committee, 'GET /api/years/:year')
    expect(moves.find(move => move.to === 'published')).toMatchObject({
      whyNot: expect.stringContaining('公布'),
    })
    await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })
    expect(await year.refused(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })).toBe(
      'alreadyReleased',
    )
    await year.ask(year.committee, MOVE, publish)
    expect((await year.ask(year.committee, 'GET /api/years')).years[0]).toMatchObject({
      phase: 'published',
      released: true,
    })
  })

  way(
    'facts by hand: checked as an import would be, replaced only as they were seen, with who entered them',
    async () => {
      const [finding] = (
        await year.ask(year.committee, 'GET /api/years/:year/facts', { query: { kind: 'findings' } })
      ).facts
      const add = (fact: object) => year.refused(year.committee, FACTS, { body: { fact } })
      expect(await add(finding!.fact)).toBe('factFaulty')
      expect(await add({ kind: 'findings', body: { ...finding!.fact.body, row: '九.9' } })).toBe('factFaulty')
      expect(await add({ kind: 'vetoes', body: { unit: 'nobody', veto: 'x', reason: 'y' } })).toBe(
        'factFaulty',
      )
      const changed = { kind: 'findings', body: { ...finding!.fact.body, note: '已核' } }
      const replace = {
        params: { fact: finding!.id },
        body: { fact: changed, revision: finding!.revision, reason: '补说明' },
      }
      const made = await year.ask(year.committee, 'PUT /api/years/:year/facts/:fact', replace)
      expect(await year.refused(year.committee, 'PUT /api/years/:year/facts/:fact', replace)).toBe(
        'staleRevision',
      )
      expect(
        await year.refused(year.committee, 'PUT /api/years/:year/facts/:fact', {
          ...replace,
          params: { fact: randomUUID() },
        }),
      ).toBe('notFound')
      const query = { kind: 'findings', unit: finding!.unit!, withdrawn: 'true' }
      const { facts } = await year.ask(year.committee, 'GET /api/years/:year/facts', { query })
      expect(facts.find(one => one.id === made.id)).toMatchObject({
        enteredBy: 'kaohe',
        source: '页面录入',
        sentence: expect.stringContaining('已核'),
      })
      expect(facts.find(one => one.id === finding!.id)).toMatchObject({ withdrawnBy: 'kaohe' })
      const told = (await year.office.trail()).at(-1)!
      expect(told).toMatchObject({ kind: 'factReplaced', actor_name: 'kaohe', values: { reason: '补说明' } })
    },
  )

  way('a person has three exports under way at most', async () => {
    const { id } = (
      await year.office.context.db.execute<{ id: string }>("select id from account where username = 'kaohe'")
    ).rows[0]!
    for (let made = 0; made < 3; made++) {
      await database.db.execute(sql`insert into job (id, kind, name, owner, state, stage, started_at, seen_at)
        values (${randomUUID()}, 'trial', '试', ${id}, 'waiting', '', now(), now() + interval '1 day')`)
    }
    expect(
      await year.refused(year.committee, 'POST /api/years/:year/exports', { body: { kind: 'results' } }),
    ).toBe('tooManyJobs')
  })

  test('concurrent requests share one computation; the next request sees a change', async () => {
    const outcomes = outcomesOf(database.db)
    const all = await Promise.all(Array.from({ length: 8 }, () => outcomes.current(2018)))
    expect(new Set(all.map(one => one!.outcome)).size).toBe(1)
    expect(await outcomes.current(2018)).toBe(all[0])
    const [finding] = (
      await year.ask(year.committee, 'GET /api/years/:year/facts', { query: { kind: 'findings' } })
    ).facts
    const withdraw = { params: { fact: finding!.id }, body: { revision: finding!.revision, reason: '录错' } }
    await year.ask(year.committee, 'POST /api/years/:year/facts/:fact/withdraw', withdraw)
    const next = await outcomes.current(2018)
    expect(next!.inputs.facts.findings.length).toBe(all[0]!.inputs.facts.findings.length - 1)
    expect(next!.inputs.facts.surveys).toBe(all[0]!.inputs.facts.surveys)
  })
})
