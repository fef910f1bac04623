import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { testIo } from '../cli/testIo.ts'
import { runProgram } from '../../src/cli/runProgram.ts'
import { TRAIL_START } from '../../src/files/trail/trailHash.ts'
import { openWorkbook } from '../../src/files/xlsx/openWorkbook.ts'
import { isRefusal } from '../../src/domain/kernel/refusal.ts'
import { scryptHashing } from '../../src/server/office/accounts/hashing.ts'
import { exportTable } from '../../src/server/office/audit/exportTrail.ts'
import { verifyWhole } from '../../src/server/office/audit/verifyWhole.ts'
import { SYSTEM_ACTOR } from '../../src/server/platform/access/actor.ts'
import { createChange } from '../../src/server/platform/change/change.ts'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { openDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { describeOnEachDatabase, newPostgresDatabase } from './databases.ts'
import { layRoster } from './layRoster.ts'
import { type Office, openOffice, type Visitor } from './office.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengping-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Told {
  readonly seq: number
  readonly sentence: string
  readonly actorName: string
  readonly group: string
  readonly unitName?: string
}

describeOnEachDatabase('the trail', (open, { way }) => {
  const withOffice = async (work: (office: Office, auditor: Visitor) => Promise<void>): Promise<void> => {
    const office = await openOffice(await open())
    try {
      await layRoster(office.context)
      const auditor = await office.someone('shenji', [{ role: 'auditAdmin' }])
      await work(office, auditor)
    } finally {
      await office.close()
    }
  }

  const settings = (office: Office, texts: readonly string[]): Promise<unknown> =>
    createChange(office.context, { ...SYSTEM_ACTOR, name: '张三%' })(async () => {
      const events = texts.map(setting => ({
        kind: 'settingChanged' as const,
        values: { setting, from: '', to: '1' },
        year: 2018,
        unit: 'U1',
      }))
      return { answer: null, events: [events[0]!, ...events.slice(1)] }
    })

  const look = async (by: Visitor, query = ''): Promise<readonly Told[]> =>
    (await by.ask(`GET /api/trail?${query}`)).body['lines'] as Told[]

  const verifyInSteps = async (by: Visitor): Promise<Record<string, unknown>> => {
    let at = { to: 0, hash: TRAIL_START }
    for (;;) {
      const { body } = await by.ask(`GET /api/trail/verification?after=${at.to}&hash=${at.hash}`)
      if (body['done'] === true) return body
      at = body as never
    }
  }

  way(
    'the trail reads as sentences, latest first, filtered by matter, person, unit, year, day and words',
    () =>
      withOffice(async (office, auditor) => {
        await settings(office, ['名称甲', '名称乙'])
        const all = await look(auditor)
        expect(all.map(line => line.seq)).toEqual([5, 4, 3, 2, 1])
        expect(all[0]).toMatchObject({
          sentence: '把“名称乙”由“”改为“1”',
          actorName: '张三%',
          group: '系统',
          unitName: '州林业局',
        })
        const seqs = async (query: string): Promise<readonly number[]> =>
          (await look(auditor, query)).map(line => line.seq)
        expect(await seqs('group=accounts')).toEqual([3, 2, 1])
        expect(await seqs(`person=${encodeURIComponent('三%')}`)).toEqual([5, 4])
        expect(await seqs(`person=${encodeURIComponent('统_')}`)).toEqual([])
        expect(await seqs('unit=U1')).toEqual([5, 4])
        expect(await seqs(`unit=${encodeURIComponent('林业')}`)).toEqual([5, 4])
        expect(await seqs(`unit=${encodeURIComponent('水利')}`)).toEqual([])
        expect(await seqs('year=2018')).toEqual([5, 4])
        expect(await seqs(`text=${encodeURIComponent('改为 甲')}`)).toEqual([4])
        expect(await seqs(`text=${encodeURIComponent('授予')}`)).toEqual([2])
        const now = office.context.now()
        const day = (later: number): string => {
          const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later, 12)
          return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
        }
        expect(await seqs(`from=${day(0)}&to=${day(0)}`)).toEqual([5, 4, 3, 2, 1])
        expect(await seqs(`from=${day(1)}`)).toEqual([])
        expect(await seqs(`to=${day(-1)}`)).toEqual([])
      }),
  )

  test('the trail is paged back to its beginning, also with a search, and no line appears twice', () =>
    withOffice(async (office, auditor) => {
      for (let lot = 0; lot < 4; lot++)
        await settings(
          office,
          Array.from({ length: 400 }, (_, at) => `第${lot * 400 + at}项${at % 7 === 0 ? '要找的' : ''}`),
        )
      for (const [query, expected] of [
        ['', 1603],
        [`text=${encodeURIComponent('要找的')}`, 232],
      ] as const) {
        const seen: number[] = []
        let before = ''
        for (let page = 0; page < 40; page++) {
          const { body } = await auditor.ask(`GET /api/trail?${query}${before}`)
          seen.push(...(body['lines'] as Told[]).map(line => line.seq))
          if (body['next'] === undefined) break
          before = `&before=${String(body['next'])}`
        }
        expect([new Set(seen).size, seen.length]).toEqual([expected, expected])
        expect(seen).toEqual(seen.toSorted((one, other) => other - one))
      }
    }))

  way(
    'the trail is exported in full, the export is itself recorded, and the command line verifies it without the server',
    () =>
      withOffice(async (office, auditor) => {
        await settings(office, ['甲', '乙'])
        const exported = await auditor.ask('GET /api/trail.ndjson')
        expect(exported.headers['content-disposition']).toBe(
          `attachment; filename*=UTF-8''${encodeURIComponent('留痕-2018-12-24.ndjson')}`,
        )
        const lines = exported.text.trimEnd().split('\n')
        expect(lines).toHaveLength(6)
        expect(JSON.parse(lines[5]!)).toMatchObject({
          kind: 'trailExported',
          values: { form: 'NDJSON', lines: 6 },
        })
        const file = join(folder, 'trail.ndjson')
        const run = async (text: string, ...more: string[]): Promise<readonly [number, string]> => {
          writeFileSync(file, text)
          const io = testIo()
          return [
            await runProgram(['verify-trail', file, ...more], io),
            [...io.said, ...io.warned].join('\n'),
          ]
        }
        const root = (JSON.parse(lines[5]!) as { hash: string }).hash
        expect(await run(exported.text)).toEqual([
          0,
          expect.stringMatching(new RegExp(`^留痕完整：6 条，.*末条校验值 ${root}\n只凭文件看不出`)),
        ])
        expect(await run(exported.text, '--root', root)).toEqual([
          0,
          expect.stringContaining('所给的校验值是第 6 条的'),
        ])
        expect(await run(`${lines.slice(0, 5).join('\n')}\n`, '--root', root)).toEqual([
          1,
          expect.stringContaining('不在其中'),
        ])
        expect(await run(exported.text.replace('"甲"', '"丙"'))).toEqual([
          1,
          expect.stringMatching(/^留痕不完整：第 4 条与校验值不符/),
        ])
        expect(await run(exported.text.replace(`${lines[2]!}\n`, ''))).toEqual([
          1,
          expect.stringMatching(/^留痕不完整：第 3 条缺失/),
        ])
        expect(await run(exported.text.replace('{"seq":2', '{"seq": 2'))).toEqual([
          1,
          expect.stringContaining('文件第 2 行不是留痕'),
        ])
      }),
  )

  way(
    'trailTooLong and the table: filtered events are exported as sentences, and no cell becomes a formula',
    () =>
      withOffice(async (office, auditor) => {
        await settings(office, ['=1+1', '@SUM(A1)'])
        await createChange(office.context, { ...SYSTEM_ACTOR, name: '=cmd' })(async () => ({
          answer: null,
          events: [{ kind: 'passwordChanged', values: {} }],
        }))
        const answer = await office.app.inject({
          url: '/api/trail.xlsx?person=%3Dcmd',
          headers: { cookie: auditor.cookie },
        })
        const workbook = openWorkbook(answer.rawPayload)
        if (isRefusal(workbook)) throw new Error(workbook.code)
        const rows = [...workbook.sheets[0]!.rows()].map(row =>
          isRefusal(row) ? [] : row.cells.map(cell => (cell?.kind === 'text' ? cell.text : cell?.kind)),
        )
        expect(rows[0]).toEqual(['序号', '时间', '人员', '类别', '事项', '年度', '单位', '校验值'])
        expect(rows.slice(1).map(row => [row[2], row[3], row[4]])).toEqual([
          ['=cmd', '账号与登录', '修改了自己的口令'],
        ])
        const few = await exportTable(office.context, createChange(office.context, SYSTEM_ACTOR), {}, 3)
        expect(few).toMatchObject({ code: 'trailTooLong', values: { most: 3 } })
        const [told] = await look(auditor)
        expect(told!.sentence).toBe('导出留痕 1 条（Excel，人员含“=cmd”）')
      }),
  )

  test('the trail is verified on the page in stretches, and any change in the database is found', () =>
    withOffice(async (office, auditor) => {
      await settings(office, ['甲', '乙', '丙'])
      const whole = await verifyInSteps(auditor)
      expect([whole['fault'], whole['to'], whole['head']]).toEqual([
        undefined,
        6,
        { seq: 6, hash: whole['hash'] },
      ])
      const { database, db } = office.context
      const tamper = async (script: string, said: RegExp, undo: string): Promise<void> => {
        await database.run(
          `alter table trail disable trigger all; alter table trail_head disable trigger all; ${script}`,
        )
        const found = (await verifyInSteps(auditor))['fault'] as { sentence: string }
        expect(found?.sentence).toMatch(said)
        expect((await verifyWhole(db, () => {})).whole).toBe(false)
        await database.run(
          `${undo}; alter table trail enable trigger all; alter table trail_head enable trigger all`,
        )
      }
      await tamper(
        `update trail set values = jsonb_set(values, '{to}', '"2"') where seq = 5`,
        /^第 5 条与校验值不符/,
        `update trail set values = jsonb_set(values, '{to}', '"1"') where seq = 5`,
      )
      await tamper(
        `create table kept as select * from trail where seq = 4; delete from trail where seq = 4`,
        /^第 4 条缺失/,
        'insert into trail select * from kept; drop table kept',
      )
      await tamper(
        `create table kept as select * from trail where seq = 6; delete from trail where seq = 6`,
        /^第 6 条起的末尾被截去/,
        'insert into trail select * from kept; drop table kept',
      )
      await tamper(
        `insert into trail select seq + 1, at, actor, actor_name, kind, year, unit, values, hash, 'x' from trail where seq = 6`,
        /^第 7 条在末行之后/,
        'delete from trail where seq = 7',
      )
      await tamper(
        `update trail set at = '2018-01-01T00:00:00.000Z' where seq = 1`,
        /^第 1 条与校验值不符/,
        `update trail set at = (select at from trail where seq = 2) where seq = 1`,
      )
    }))

  test('the database refuses to change, delete or truncate the trail, or to move its head back', () =>
    withOffice(async office => {
      const { db } = office.context
      for (const statement of [
        'update trail set actor_name = $$x$$',
        'delete from trail where seq = 1',
        'truncate trail',
        'update trail_head set seq = 0',
        'delete from trail_head',
      ]) {
        await expect(db.execute(sql.raw(statement))).rejects.toThrow()
      }
      expect((await verifyWhole(db, () => {})).whole).toBe(true)
    }))
})

test('reset-password: resets on the server the password of an administrator whom nobody can help on the page', async () => {
  const url = await newPostgresDatabase()
  const database = await openDatabase({ kind: 'server', url, poolSize: 4 })
  try {
    await migrate(database)
    const office = await openOffice(database, { hashing: scryptHashing })
    const before = await office.someone('anquan', [{ role: 'securityAdmin' }])
    const io = testIo()
    const run = (...args: string[]): Promise<number> => runProgram([...args, '--database-url', url], io)
    expect(await run('reset-password', 'nobody')).toBe(2)
    expect(await run('reset-password', 'Anquan')).toBe(0)
    const password = /一次性口令：(\S+)/.exec(io.said.join('\n'))![1]!
    expect((await before.ask('GET /api/session')).body['signedIn']).toBe(false)
    const visitor = office.visitor()
    expect((await visitor.signIn('anquan', password)).status).toBe(200)
    expect((await visitor.ask('GET /api/session')).body['account']).toMatchObject({
      mustChangePassword: true,
    })
    expect((await office.trail()).map(line => line.kind)).toContain('passwordResetOnServer')
    expect(await run('verify-trail')).toBe(0)
    await database.run(
      `alter table trail disable trigger all; update trail set actor_name = 'x' where seq = 2`,
    )
    expect(await run('verify-trail')).toBe(1)
    expect(io.said.at(-1)).toMatch(/^留痕不完整：第 2 条与校验值不符/)
    await office.close()
  } finally {
    await database.close()
  }
})
