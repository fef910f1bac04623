import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openWorkbook } from '../../../src/files/xlsx/openWorkbook.ts'
import { shownCell } from '../../../src/files/lists/readCell.ts'
import { demoHistory } from '../../../src/demo/demoHistory.ts'
import { demoYear } from '../../../src/demo/demoYear.ts'
import { factsSchema } from '../../../src/contract/year/factsSchema.ts'
import { toFileShape } from '../../../src/contract/shape/toFileShape.ts'
import type { History } from '../../../src/domain/year/history/history.ts'
import { points, toDecimal } from '../../../src/domain/kernel/points.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { readYear } from '../../../src/server/year/readYear.ts'
import { annexScheme } from '../../engine/aYear.ts'
import { sized } from '../../longRun.ts'
import { describeOnEachDatabase } from '../databases.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { openYear, type YearContent } from '../openYear.ts'
import { aWorkbook, changed } from '../../readers/aWorkbook.ts'
import { aFilledWorkbook, choose, commit, type Preview, previewOf, settled, upload } from './importing.ts'

/** Units of the year that is imported. */
const UNITS = sized(24, 12)

const request = { seed: 3, units: UNITS, scheme: annexScheme }
const { roster, facts } = demoYear(request)
const history = demoHistory(request)
const whole = await aFilledWorkbook(annexScheme, { roster, facts, history })
const count = Object.values(facts).reduce(
  (sum: number, list) => sum + (Array.isArray(list) ? list.length : 0),
  0,
)

describeOnEachDatabase('an import', (open, { way }) => {
  const inOffice = async (
    work: (visitor: Visitor, office: Office) => Promise<void>,
    content: Partial<YearContent> = {},
  ): Promise<void> => {
    const office = await openOffice(await open())
    try {
      await openYear(office.context, { scheme: annexScheme, ...content })
      await work(await office.someone('kaohe', [{ role: 'committee' }]), office)
    } finally {
      await office.close()
    }
  }

  const year = async ({ context }: Office) => (await readYear(context.db, 2018))!
  const totals = ({ plan }: Preview) => {
    const sum = (of: 'added' | 'same' | 'withdrawn') => plan!.facts.reduce((all, kind) => all + kind[of], 0)
    return { added: sum('added'), same: sum('same'), withdrawn: sum('withdrawn') }
  }

  test('an import of a whole year: the preview stores nothing, the commit happens once, and the stored year equals the file', () =>
    inOffice(async (visitor, office) => {
      const preview = await previewOf(visitor, 2018, whole)
      expect(preview).toMatchObject({
        state: 'ready',
        outdated: false,
        reasons: 0,
        plan: { number: 1, nothingNew: false, blockers: [] },
      })
      expect(preview.rows!.in).toBe(preview.rows!.accepted)
      expect(preview.plan!.units).toMatchObject({ added: UNITS, changed: 0, removed: 0 })
      expect(totals(preview)).toEqual({ added: count, same: 0, withdrawn: 0 })
      expect((await year(office)).roster.units).toEqual([])

      const key = randomUUID()
      const done = await commit(visitor, 2018, preview, false, key)
      expect([done.status, (await commit(visitor, 2018, preview, false, key)).body]).toEqual([200, done.body])
      const again = await commit(visitor, 2018, preview)
      expect([again.body.code, again.body.message]).toEqual([
        'intakeSettled',
        expect.stringContaining('已提交（kaohe，'),
      ])

      const held = await year(office)
      expect(held.facts).toEqual(facts)
      expect(new Set(held.roster.units)).toEqual(new Set(roster.units))
      expect(new Set(held.roster.holders)).toEqual(new Set(roster.holders))
      expect(held.history.years.map(one => one.entries.length)).toEqual(
        history.years.map(one => one.entries.length),
      )
      const line = (await office.trail()).filter(one => one.kind === 'intakeCommitted')
      expect(line.map(one => one.values)).toMatchObject([
        { rows: preview.rows!.in, refused: 0, file: '年度事实.xlsx' },
      ])
    }))

  way(
    'a workbook with headings of one’s own says which sheets can be matched, and is read whole once they are',
    () =>
      inOffice(async visitor => {
        const own = await aWorkbook({
          change: changed('台账', sheet => {
            const [headings, ...rows] = [...sheet.rows]
            return { ...sheet, rows: [headings!.map(cell => (cell === '次数' ? '几回' : cell)), ...rows] }
          }),
        })
        const first = await previewOf(visitor, 2018, own)
        expect(first.unfit).toMatchObject([{ sheet: '台账', found: expect.arrayContaining(['几回']) }])
        const matched = await previewOf(visitor, 2018, own, '自己的表.xlsx', '台账/次数\t几回')
        expect(matched).toMatchObject({ state: 'ready', unfit: [], reasons: 0 })
      }),
  )

  way('of the same file again says so, and has nothing to write', () =>
    inOffice(async (visitor, office) => {
      await commit(visitor, 2018, await previewOf(visitor, 2018, whole))
      const before = await year(office)
      const again = await previewOf(visitor, 2018, whole)
      expect(again).toMatchObject({ twin: { by: 'kaohe' }, plan: { nothingNew: true } })
      expect(totals(again)).toEqual({ added: 0, same: count, withdrawn: 0 })
      expect((await commit(visitor, 2018, again)).body.code).toBe('intakeNothingNew')
      const replacing = await choose(visitor, 2018, again, { facts: 'replace', roster: 'replace' })
      expect(replacing.plan).toMatchObject({ number: 2, nothingNew: true })
      expect((await commit(visitor, 2018, again)).body.code).toBe('intakeReplanned')
      expect((await year(office)).facts).toEqual(before.facts)
    }),
  )

  way(
    'adds what is new and sends back what says the same otherwise; or takes the place of what is there',
    () =>
      inOffice(
        async (visitor, office) => {
          const [first, second, ...rest] = facts.ledger
          const ledger = [{ ...first!, count: first!.count + 1 }, second!]
          const file = await aFilledWorkbook(annexScheme, { roster, facts: { ...facts, ledger } })
          const adding = await previewOf(visitor, 2018, file)
          const of = (preview: Preview) => preview.plan!.facts.find(kind => kind.kind === 'ledger')
          expect(of(adding)).toMatchObject({ added: 0, same: 1, refused: 1, withdrawn: 0 })
          const { refused } = (await visitor.ask(`GET /api/years/2018/intakes/${adding.id}/refused`))
            .body as never as Refusals
          expect(refused).toMatchObject([
            { sheet: '台账', row: 2, reason: expect.stringContaining('与本年度已有的台账说的是同一件事') },
          ])
          expect(adding.rows!.accepted + adding.rows!.refused).toBe(adding.rows!.in)

          const replacing = await choose(visitor, 2018, adding, { facts: 'replace', kinds: ['ledger'] })
          expect(of(replacing)).toMatchObject({ added: 1, same: 1, refused: 0, withdrawn: rest.length + 1 })
          expect((await commit(visitor, 2018, replacing)).body).toEqual({
            written: [`台账写入 1 条、撤下 ${rest.length + 1} 条`],
          })
          const held = await year(office)
          expect(new Set(held.facts.ledger)).toEqual(new Set(ledger))
          expect(held.facts.findings).toEqual(facts.findings)
        },
        { roster, facts },
      ),
  )

  way('with refused rows goes in only in part, and only when that is chosen', () =>
    inOffice(async (visitor, office) => {
      const findings = facts.findings.map((finding, at) =>
        at < 2 ? { ...finding, rule: '没有的规则' } : finding,
      )
      const file = await aFilledWorkbook(annexScheme, { roster, facts: { ...facts, findings } })
      const preview = await previewOf(visitor, 2018, file)
      expect(preview).toMatchObject({ state: 'ready', reasons: 2 })
      expect(preview.rows!.refused).toBe(2)
      expect((await commit(visitor, 2018, preview)).body.code).toBe('intakeHasRefused')
      expect((await year(office)).facts.findings).toEqual([])
      expect((await commit(visitor, 2018, preview, true)).status).toBe(200)
      expect((await year(office)).facts.findings).toEqual(findings.slice(2))
    }),
  )

  way('the list of refused rows is a workbook, and a text that looks like a formula stays a text', () =>
    inOffice(async visitor => {
      const note = ['=1+1', '+1', '-1', '@A1']
      const findings = note.map(sign => ({ ...facts.findings[0]!, rule: `${sign}没有的规则` }))
      const file = await aFilledWorkbook(annexScheme, { roster, facts: { ...facts, findings } })
      const { id } = await previewOf(visitor, 2018, file, '=cmd.xlsx')
      const list = await visitor.ask(`GET /api/years/2018/intakes/${id}/refused-list`)
      expect(String(list.headers['content-disposition'])).toContain(encodeURIComponent('=cmd-退回清单.xlsx'))
      const book = openWorkbook(new Uint8Array(list.raw))
      if (isRefusal(book)) throw new Error(book.code)
      const rows = [...book.sheets[0]!.rows()].flatMap(row => (isRefusal(row) ? [] : [row.cells]))
      expect(rows).toHaveLength(5)
      expect(rows.flat().some(cell => cell?.formula !== undefined)).toBe(false)
      expect(
        rows
          .slice(1)
          .map(cells => shownCell(cells[5]!))
          .every((reason, at) => reason.includes(note[at]!)),
      ).toBe(true)
    }),
  )

  way('intakeOutdated: what changed since the preview is looked at again, without the file', () =>
    inOffice(
      async (visitor, office) => {
        const preview = await previewOf(visitor, 2018, whole)
        const unit = roster.units[0]!
        const renamed = { revision: 1, name: '示范州改名办', on: '2018-05-01' }
        expect(
          (await visitor.ask(`POST /api/years/2018/roster/${unit.id}/name`, { body: renamed })).status,
        ).toBe(200)
        expect((await settled(visitor, 2018, preview.id)).outdated).toBe(true)
        const late = await commit(visitor, 2018, preview)
        expect([late.status, late.body.code]).toEqual([409, 'intakeOutdated'])
        const anew = await choose(visitor, 2018, preview, {})
        expect(anew.plan).toMatchObject({
          number: 2,
          units: { changed: 1, changedFirst: [{ changes: [expect.stringContaining('改名办')] }] },
        })
        expect((await commit(visitor, 2018, anew)).status).toBe(200)
        expect((await year(office)).facts).toEqual(facts)
      },
      { roster },
    ),
  )

  way('intakeBlocked: a roster that drops units with facts is not taken', () =>
    inOffice(
      async (visitor, office) => {
        const leads = new Set(roster.units.map(unit => unit.leadUnit))
        const gone = roster.units.find(
          unit => !leads.has(unit.id) && facts.visits.some(visit => visit.unit === unit.id),
        )!
        const fewer = {
          units: roster.units.filter(unit => unit !== gone),
          holders: roster.holders.filter(one => one.unit !== gone.id),
        }
        const file = await aFilledWorkbook(annexScheme, { roster: fewer, facts: { ...facts, visits: [] } })
        const adding = await previewOf(visitor, 2018, file)
        expect(adding.plan!.units).toMatchObject({ removed: 0, kept: 1 })
        const replacing = await choose(visitor, 2018, adding, { roster: 'replace', facts: 'skip' })
        expect(replacing.plan!.units).toMatchObject({ removed: 1, kept: 0 })
        expect(replacing.plan!.blockers[0]).toContain(`名册里没有单位“${gone.id}”`)
        expect((await commit(visitor, 2018, replacing, true)).body.code).toBe('intakeBlocked')
        expect((await year(office)).roster.units).toHaveLength(UNITS)
      },
      { roster, facts },
    ),
  )

  way('a JSON file of facts, and one of history, are imported too', () =>
    inOffice(async (visitor, office) => {
      const text = JSON.stringify(toFileShape(factsSchema, { format: 'hengping-facts/1', roster, ...facts }))
      await commit(visitor, 2018, await previewOf(visitor, 2018, Buffer.from(text), '事实.json'))
      expect((await year(office)).facts).toEqual(facts)
      const past = { format: 'hengping-history/1', years: [{ cycle: 2017, entries: [] as object[] }] }
      const { composite, ...entry } = history.years.at(-1)!.entries[0]!
      past.years[0]!.entries.push({ ...entry, composite: composite / 1000 })
      const preview = await previewOf(visitor, 2018, Buffer.from(JSON.stringify(past)), '历年.json')
      expect(preview.plan!.history).toMatchObject([{ added: 1 }])
      expect((await commit(visitor, 2018, preview)).body).toEqual({ written: ['2017年度结果写入 1 条'] })
      expect((await year(office)).history.years).toMatchObject([
        { cycle: 2017, entries: [{ unit: entry.unit }] },
      ])
    }),
  )

  way('what was sealed here stands against a file of earlier results', () =>
    inOffice(
      async (visitor, office) => {
        await office.context.db.execute(
          `insert into cycle (year, phase, sealed, opened_by, opened_at) values (2017, 'closed', true, '测试', now())`,
        )
        const years = history.years.map(past => ({
          ...past,
          entries: past.entries.map(entry => ({
            ...entry,
            composite: points(toDecimal(entry.composite) - 1),
          })),
        }))
        const preview = await previewOf(
          visitor,
          2018,
          await aFilledWorkbook(annexScheme, { roster, facts, history: { years } }),
        )
        const entries = history.years[0]!.entries.length
        expect(preview.plan!.history).toMatchObject([
          { cycle: 2015, changed: entries, kept: 0 },
          { cycle: 2016, changed: entries, kept: 0 },
          { cycle: 2017, changed: 0, kept: entries },
        ])
        expect((await commit(visitor, 2018, preview)).body).toEqual({
          written: [`2015年度结果写入 ${entries} 条`, `2016年度结果写入 ${entries} 条`],
        })
        const moved = (past: History) =>
          past.years.map(one => one.entries.reduce((sum, entry) => sum + toDecimal(entry.composite), 0))
        const [held, was] = [moved((await year(office)).history), moved(history)]
        expect(held.map((sum, at) => Math.round(was[at]! - sum))).toEqual([entries, entries, 0])
      },
      { roster, facts, history },
    ),
  )

  way('a file that cannot be read says why, and can be given up', () =>
    inOffice(async (visitor, office) => {
      const broken = await previewOf(visitor, 2018, whole.slice(0, 5000))
      expect(broken).toMatchObject({ state: 'failed', fault: expect.stringContaining('重新取得文件') })
      expect((await commit(visitor, 2018, broken)).body.code).toBe('intakeNotReady')
      const empty = await previewOf(visitor, 2018, new Uint8Array())
      expect(empty.state).toBe('failed')
      const other = await aFilledWorkbook(
        { ...annexScheme, cycle: 2017 },
        { roster, facts: { ...facts, cycle: 2017 } },
      )
      expect((await previewOf(visitor, 2018, other)).fault).toContain('2017年度')
      expect(
        (await visitor.ask(`POST /api/years/2018/intakes/${broken.id}/discard`, { body: {} })).status,
      ).toBe(200)
      expect((await commit(visitor, 2018, broken)).body.code).toBe('intakeSettled')
      const { intakes } = (await visitor.ask('GET /api/years/2018/intakes')).body as never as {
        intakes: Preview[]
      }
      expect(intakes.map(one => one.state).toSorted()).toEqual(['discarded', 'failed', 'failed'])
      expect((await office.trail()).at(-1)!.kind).toBe('intakeDiscarded')
    }),
  )

  test('an upload sent twice is one import, and a file name is never used as a path', () =>
    inOffice(async visitor => {
      const key = randomUUID()
      const name = '../../etc/..\\pass\u202Ewd\u0007.xlsx'
      const [first, again] = [
        await upload(visitor, 2018, whole, name, key),
        await upload(visitor, 2018, whole, name, key),
      ]
      expect(again.body).toEqual(first.body)
      await settled(visitor, 2018, String(first.body['id']))
      const { intakes } = (await visitor.ask('GET /api/years/2018/intakes')).body as never as {
        intakes: { file: string }[]
      }
      expect(intakes.map(one => one.file)).toEqual(['passwd.xlsx'])
    }))

  way(
    'what the server was reading when it stopped shows as interrupted, and what nobody committed expires',
    () =>
      inOffice(async (visitor, office) => {
        const { id } = await previewOf(visitor, 2018, whole)
        await office.context.db.execute(`update intake set state = 'reading' where id = '${id}'`)
        office.forward(2)
        expect((await settled(visitor, 2018, id)).state).toBe('interrupted')
        office.forward(8 * 24 * 60)
        const late = await office.someone('zhou', [{ role: 'committee' }])
        await previewOf(late, 2018, whole)
        expect((await settled(late, 2018, id)).state).toBe('expired')
      }),
  )

  way(
    'the workbook to fill: empty, with the roster, or with the year’s facts, which read back are the same',
    () =>
      inOffice(
        async (visitor, { context }) => {
          // What looks like a formula goes out as a text, and comes back as the same text.
          const signs = JSON.stringify({ note: '=1+1', evidence: '@A1' })
          await context.db.execute(`update fact set body = body || '${signs}' where kind = 'findings'`)
          const sizes = []
          for (const fill of ['nothing', 'roster', 'facts']) {
            const book = await visitor.ask(`GET /api/years/2018/workbook?fill=${fill}`)
            expect(book.status).toBe(200)
            sizes.push(book.raw.length)
            if (fill !== 'facts') continue
            expect((await previewOf(visitor, 2018, book.raw)).plan).toMatchObject({ nothingNew: true })
            expect(formulasIn(book.raw)).toEqual([])
          }
          expect(sizes).toEqual(sizes.toSorted((one, other) => one - other))
        },
        { roster, facts, history },
      ),
  )

  way('an import into a sealed year cannot be committed', () =>
    inOffice(async (visitor, office) => {
      const preview = await previewOf(visitor, 2018, whole)
      await office.context.db.execute(`update cycle set sealed = true, phase = 'sealed' where year = 2018`)
      expect((await commit(visitor, 2018, preview)).body.code).toBe('yearSealed')
    }),
  )
})

function formulasIn(bytes: Uint8Array): readonly string[] {
  const book = openWorkbook(new Uint8Array(bytes))
  if (isRefusal(book)) throw new Error(book.code)
  const cells = book.sheets.flatMap(sheet =>
    [...sheet.rows()].flatMap(row => (isRefusal(row) ? [] : row.cells)),
  )
  expect(cells.some(cell => cell !== undefined && shownCell(cell).startsWith('='))).toBe(true)
  return cells.flatMap(cell => (cell?.formula === undefined ? [] : [cell.formula]))
}

interface Refusals {
  readonly refused: readonly { readonly sheet: string; readonly row?: number; readonly reason: string }[]
}
