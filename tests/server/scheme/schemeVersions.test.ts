import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { schemeSchema } from '../../../src/contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../src/contract/shape/toFileShape.ts'
import { canonicalHash } from '../../../src/files/results/canonicalHash.ts'
import { isRefusal, type Refusal } from '../../../src/domain/kernel/refusal.ts'
import { points } from '../../../src/domain/kernel/points.ts'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import { createChange } from '../../../src/server/platform/change/change.ts'
import { trail } from '../../../src/server/platform/change/trail.tables.ts'
import type { OpenDatabase, Transaction } from '../../../src/server/platform/database/openDatabase.ts'
import { adoptSchemeVersion } from '../../../src/server/office/scheme/adoptSchemeVersion.ts'
import { draftFrom } from '../../../src/server/office/scheme/draftFrom.ts'
import { ensureScheme } from '../../../src/server/office/scheme/ensureScheme.ts'
import { makeDraft } from '../../../src/server/office/scheme/makeDraft.ts'
import { promulgateScheme } from '../../../src/server/office/scheme/promulgateScheme.ts'
import { readSchemeVersion, type SchemeVersion } from '../../../src/server/office/scheme/readSchemeVersion.ts'
import { saveDraft } from '../../../src/server/office/scheme/saveDraft.ts'
import { listVersions } from '../../../src/server/office/scheme/scheme.store.ts'
import { settleRuling } from '../../../src/server/office/scheme/settleRuling.ts'
import { withdrawDraft } from '../../../src/server/office/scheme/withdrawDraft.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { aScheme } from './aScheme.ts'

const scheme = aScheme()
const now = (): Date => new Date('2018-12-24T08:00:00Z')
const work = { by: '示清', at: now().toISOString(), newId: randomUUID }

/** What a test says to the room, each act a change of its own. */
function aRoom({ db }: OpenDatabase) {
  const change = createChange({ db, now }, { ...SYSTEM_ACTOR, name: '示清' })
  const found = async (id: string): Promise<SchemeVersion> => sure(await readSchemeVersion(db, id))
  return {
    db,
    found,
    ensure: (one: Scheme) =>
      db.transaction(
        async tx => (await ensureScheme(tx, { now, newId: randomUUID }, { name: '示清' }, one)).version,
      ),
    draft: async (one: Scheme) => sure(await change(tx => makeDraft(tx, work, { scheme: one }))).version,
    draftFrom: async (version: string, cycle?: number) =>
      sure(await change(tx => draftFrom(tx, work, { version, cycle }))).version,
    save: (version: string, revision: number, one: Scheme) =>
      change(tx => saveDraft(tx, work, { version, revision, scheme: one })),
    promulgate: (version: string, revision: number) =>
      change(tx => promulgateScheme(tx, work, { version, revision })),
    withdraw: (version: string, revision: number) => change(tx => withdrawDraft(tx, { version, revision })),
    settle: (version: string, ruling: string, answer: unknown, revision = 1) =>
      change(tx =>
        settleRuling(tx, work, {
          version,
          ruling,
          revision,
          answer,
          text: '按所定办理',
          settledBy: '示例工委',
          settledOn: '2018-12-24',
        }),
      ),
    adopt: (year: number, version: string) =>
      db.transaction((tx: Transaction) => adoptSchemeVersion(tx, year, version)),
    openYear: (year: number, version: string | null = null) =>
      db.execute(
        sql`insert into cycle (year, scheme_version, phase, opened_by, opened_at) values (${year}, ${version}, 'running', '示清', now())`,
      ),
    told: async () => (await db.select().from(trail)).map(line => line.kind),
  }
}

function sure<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${value.code} ${JSON.stringify(value.values)}`)
  return value as T
}

function weighing(one: Scheme, ...weights: readonly number[]): Scheme {
  return {
    ...one,
    components: one.components.map((component, at) => ({ ...component, weight: points(weights[at]!) })),
  }
}

describeOnEachDatabase('方案版本', open => {
  test('a scheme is stored unchanged: its content, the order of its tables, and the hash with which results are sealed', async () => {
    const room = aRoom(await open())
    for (const one of [scheme, aScheme('jiangnan-2024')]) {
      const version = await room.ensure(one)
      const { scheme: back, hash, head } = await room.found(version)
      expect(back).toEqual(one)
      expect(JSON.stringify(back)).toBe(JSON.stringify(one))
      expect(hash).toBe(canonicalHash(toFileShape(schemeSchema, one)))
      expect(head).toMatchObject({
        scheme: one.id,
        number: 1,
        cycle: one.cycle,
        state: 'promulgated',
        promulgatedBy: '示清',
        years: [],
      })
    }
  })

  test('ensuring the same scheme twice stores it once', async () => {
    const room = aRoom(await open())
    expect(await room.ensure(scheme)).toBe(await room.ensure(scheme))
    expect(await listVersions(room.db, { drafts: true })).toHaveLength(1)
  })

  test('versions are listed newest first, drafts only on request, with their rulings by state and the years that use them', async () => {
    const room = aRoom(await open())
    const first = await room.ensure(scheme)
    const draft = await room.draftFrom(first)
    await room.openYear(2018, first)
    const all = await listVersions(room.db, { drafts: true })
    expect(all.map(({ version, number, state, years }) => ({ version, number, state, years }))).toEqual([
      { version: draft, number: 2, state: 'draft', years: [] },
      { version: first, number: 1, state: 'promulgated', years: [2018] },
    ])
    expect(all[0]!.rulings).toEqual({ stated: 0, settled: 0, assumed: scheme.rulings.length, open: 0 })
    expect(await listVersions(room.db, { drafts: false })).toHaveLength(1)
  })

  test('the same draft is not made twice; the other one is named', async () => {
    const room = aRoom(await open())
    const first = await room.ensure(scheme)
    const draft = await room.draftFrom(first, 2019)
    expect((await room.found(draft)).head.number).toBe(1)
    await expect(room.draftFrom(first, 2019)).rejects.toThrow('schemeDraftSame {"number":1}')
    expect(await listVersions(room.db, { drafts: true })).toHaveLength(2)
    sure(await room.save(draft, 1, { ...(await room.found(draft)).scheme, title: '改过的' }))
    expect((await room.found(await room.draftFrom(first, 2019))).head.number).toBe(2)
    expect(await room.draftFrom(draft)).not.toBe(draft)
  })

  test('a draft for another year has that year in its id, number and title', async () => {
    const room = aRoom(await open())
    const { head, scheme: next } = await room.found(await room.draftFrom(await room.ensure(scheme), 2019))
    expect(head).toMatchObject({ scheme: 'xiangxi-2019', number: 1, cycle: 2019, state: 'draft' })
    expect(next.title).toContain('2019年')
  })

  test('a saved draft is read back with its faults; saving from an older revision is refused, names who changed it and overwrites nothing', async () => {
    const room = aRoom(await open())
    const draft = await room.draft(scheme)
    expect(await room.save(draft, 1, weighing(scheme, 30, 50, 10, 20))).toBe(draft)
    const late = await room.save(draft, 1, weighing(scheme, 20, 40, 20, 20))
    expect(late).toMatchObject({ code: 'staleRevision', values: { what: '方案第1版草案', by: '示清' } })
    const { scheme: kept, head } = await room.found(draft)
    expect([kept.components.map(component => component.weight), head.revision]).toEqual([
      [30_000, 50_000, 10_000, 20_000],
      2,
    ])
  })

  test('promulgation is refused while there are faults or open rulings, and fixes the content', async () => {
    const room = aRoom(await open())
    const draft = await room.draft(weighing(scheme, 30, 50, 10, 20))
    expect(await room.promulgate(draft, 1)).toMatchObject({ code: 'schemeHasFaults', values: { count: 1 } })
    const [first, ...rest] = scheme.rulings
    const { answer: _none, ...unanswered } = first!
    sure(
      await room.save(draft, 1, { ...scheme, rulings: [{ ...unanswered, state: 'open' } as never, ...rest] }),
    )
    expect(await room.promulgate(draft, 2)).toMatchObject({ code: 'schemeHasFaults' })
    sure(await room.save(draft, 2, scheme))
    expect(await room.promulgate(draft, 3)).toBe(draft)
    expect((await room.found(draft)).head).toMatchObject({ state: 'promulgated', promulgatedBy: '示清' })
    expect(await room.told()).toEqual(['schemeDrafted', 'schemeEdited', 'schemeEdited', 'schemePromulgated'])
  })

  test('a promulgated version never changes, neither through the room nor in the database', async () => {
    const room = aRoom(await open())
    const version = await room.ensure(scheme)
    expect(await room.save(version, 1, weighing(scheme, 25, 45, 10, 20))).toMatchObject({
      code: 'schemePromulgated',
    })
    expect(await room.withdraw(version, 1)).toMatchObject({ code: 'schemePromulgated' })
    for (const statement of [
      sql`update scheme_version set name = 'x'`,
      sql`delete from scheme_version`,
      sql`truncate scheme_version cascade`,
    ]) {
      await expect(room.db.execute(statement)).rejects.toMatchObject({
        cause: { message: expect.stringMatching(/never changes/) },
      })
    }
  })

  test('a draft with the same content as a promulgated version is not promulgated again', async () => {
    const room = aRoom(await open())
    const draft = await room.draftFrom(await room.ensure(scheme))
    expect(await room.promulgate(draft, 1)).toMatchObject({ code: 'schemeUnchanged', values: { number: 1 } })
  })

  test('a draft can be withdrawn, unless another draft is based on it', async () => {
    const room = aRoom(await open())
    const draft = await room.draft(scheme)
    const upon = await room.draftFrom(draft)
    expect(await room.withdraw(draft, 1)).toMatchObject({
      code: 'schemeDraftInUse',
      values: { number: 1, by: 2 },
    })
    sure(await room.withdraw(upon, 1))
    sure(await room.withdraw(draft, 1))
    expect(await listVersions(room.db, { drafts: true })).toEqual([])
    expect(await room.withdraw(draft, 1)).toMatchObject({ code: 'notFound' })
  })

  test('R5 settling a ruling on a draft stores answer, wording, author and time; its state becomes settled', async () => {
    const room = aRoom(await open())
    const draft = await room.draft(scheme)
    expect(await room.settle(draft, 'R5', { points: { good: 96, fair: 86, ordinary: 70 } })).toBe(draft)
    expect((await room.found(draft)).scheme.rulings.find(ruling => ruling.id === 'R5')).toMatchObject({
      state: 'settled',
      answer: { points: { good: 96_000, fair: 86_000, ordinary: 70_000 } },
      text: '按所定办理',
      settledBy: '示例工委',
      settledOn: '2018-12-24',
    })
    expect(await room.settle(draft, 'R6', {}, 1)).toMatchObject({ code: 'staleRevision' })
    expect(await room.settle(draft, 'R99', {}, 2)).toMatchObject({ code: 'notFound' })
  })

  test('a ruling settled on a promulgated version leaves it unchanged and makes a new draft; a second draft is refused', async () => {
    const room = aRoom(await open())
    const version = await room.ensure(scheme)
    await room.draftFrom(version, 2019)
    const draft = sure(await room.settle(version, 'R10', 'byTier'))
    expect(draft).not.toBe(version)
    expect((await room.found(version)).scheme).toEqual(scheme)
    expect((await room.found(draft)).head).toMatchObject({
      number: 2,
      state: 'draft',
      basedOn: version,
      rulings: { settled: 1, assumed: scheme.rulings.length - 1 },
    })
    expect(await room.settle(version, 'R9', {})).toMatchObject({
      code: 'schemeDraftExists',
      values: { number: 2 },
    })
  })

  test.for([
    ['another shape', 'R5', 'accumulate', '这里应是'],
    ['a grade left out', 'R5', { points: { good: 96, fair: 86 } }, '一般'],
    ['a percentage above 100', 'R16', { percent: 120 }, '120'],
    [
      'bands with a gap',
      'R12',
      {
        grades: [
          { id: 'good', name: '好', from: 90, to: 100, toClosed: true },
          { id: 'poor', name: '差', from: 0, to: 80 },
        ],
        quotas: [],
        preconditions: [],
      },
      '没有等次',
    ],
  ] as const)(
    'an answer that cannot stand is refused as rulingAnswerInvalid: %s',
    async ([, ruling, answer, says]) => {
      const room = aRoom(await open())
      const draft = await room.draft(scheme)
      const refused = await room.settle(draft, ruling, answer)
      expect(refused).toMatchObject({
        code: 'rulingAnswerInvalid',
        values: { ruling, faults: expect.stringContaining(says) },
      })
      expect((await room.found(draft)).head.revision).toBe(1)
    },
  )

  test('a year adopts a promulgated version of its own cycle, and its revision increases', async () => {
    const room = aRoom(await open())
    const [first, draft] = [await room.ensure(scheme), await room.draft(weighing(scheme, 25, 45, 10, 20))]
    await room.openYear(2018, first)
    expect(await room.adopt(2018, draft)).toMatchObject({ code: 'schemeNotPromulgated' })
    sure(await room.promulgate(draft, 1))
    expect(await room.adopt(2018, draft)).toMatchObject({
      version: { version: draft, number: 2 },
      before: { version: first, number: 1 },
    })
    const { rows } = await room.db.execute(sql`select scheme_version, revision::int from cycle`)
    expect(rows).toEqual([{ scheme_version: draft, revision: 2 }])
    await room.openYear(2019)
    expect(await room.adopt(2019, first)).toMatchObject({
      code: 'schemeOtherCycle',
      values: { scheme: 2018, year: 2019 },
    })
    expect(await room.adopt(2020, first)).toMatchObject({ code: 'schemeOtherCycle' })
    expect(await room.adopt(2018, randomUUID())).toMatchObject({ code: 'notFound' })
  })

  test('drafts created concurrently get different numbers', async () => {
    const room = aRoom(await open())
    await Promise.all(Array.from({ length: 6 }, (_, at) => room.draft({ ...scheme, title: `草案${at}` })))
    expect((await listVersions(room.db, { drafts: true })).map(({ number }) => number)).toEqual([
      6, 5, 4, 3, 2, 1,
    ])
  })
})
