import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import type { CycleFacts } from '../../../src/domain/year/facts/facts.ts'
import type { History } from '../../../src/domain/year/history/history.ts'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import type { Unit } from '../../../src/domain/year/roster/roster.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { schemes } from '../../properties/schemes.ts'
import { type Office, openOffice, type Said, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'

/** Its scheme, unless other rulings are asked for. */
export const scheme = schemes.find(one => one.counters.some(counter => counter.id === 'themedPartyDay'))!

/** A year of two groups: U1 leads U2, U3 leads U4, which took over U9; nobody has entered anything on 2018-12-24. */
export interface ALedger {
  readonly office: Office
  readonly committee: Visitor
  /** of U2. */
  readonly unit: Visitor
  readonly colleague: Visitor
  /** of U1, which leads U2. */
  readonly lead: Visitor
  /** of U4. */
  readonly stranger: Visitor
  enter(fields?: object, who?: Visitor, key?: string): Promise<Said>
  facts(unit?: string): Promise<
    readonly {
      readonly counter: string
      readonly period: string
      readonly count: number
      readonly source: string
    }[]
  >
  send(
    path: string,
    rows: readonly (readonly (string | number | null)[])[],
    who?: Visitor,
    query?: Readonly<Record<string, string>>,
  ): Promise<Said>
}

/** An entry as a clerk would fill it in. */
export const MEETING = { kind: 'boardMeeting', title: '班子会研究党建工作', happenedOn: '2018-12-05' }

/** Opens it. */
export async function openALedger(
  database: OpenDatabase,
  facts: Partial<CycleFacts> = {},
  history?: History,
  rulings: Scheme['rulings'] = scheme.rulings,
): Promise<ALedger> {
  const office = await openOffice(database)
  const units = (['U1', 'U2', 'U3', 'U4'] as const).map((id, at): Unit => ({
    id,
    name: ['州林业局', '州农业局', '州水利局', '州交通局'][at]!,
    kind: '局',
    level: '正处',
    tier: at % 2 === 0 ? 'lead' : 'member',
    affiliated: true,
    headedByLeader: false,
    ...(at % 2 === 0 ? {} : { leadUnit: at === 1 ? 'U1' : 'U3' }),
    ...(id === 'U4' ? { succeeds: ['U9'] } : {}),
  }))
  await openYear(office.context, {
    scheme: { ...scheme, rulings },
    roster: { units, holders: [] },
    facts,
    history,
  })
  const unit = await office.someone('danwei', [{ role: 'unit', unit: 'U2' }])
  return {
    office,
    unit,
    committee: await office.someone('kaohe', [{ role: 'committee' }]),
    colleague: await office.someone('tongshi', [{ role: 'unit', unit: 'U2' }]),
    lead: await office.someone('qiantou', [{ role: 'leadUnit', unit: 'U1' }]),
    stranger: await office.someone('bieren', [{ role: 'unit', unit: 'U4' }]),
    enter: (fields = {}, who = unit, key = randomUUID()) =>
      who.ask('POST /api/years/2018/units/U2/entries', { body: { ...MEETING, ...fields }, key }),
    async facts(of = 'U2') {
      const { rows } = await office.context.db.execute<{
        counter: string
        period: string
        count: number
        source: string
      }>(sql`
        select body ->> 'counter' as counter, body ->> 'period' as period, (body ->> 'count')::int as count, source from fact
        where unit = ${of} and kind = 'ledger' and withdrawn_at is null order by 1, 2`)
      return rows
    },
    async send(path, rows, who = unit, query = {}) {
      const bytes = await writeWorkbook({
        title: '表',
        madeOn: '2018-12-24',
        sheets: [{ name: '台账', columns: [], rows }],
      })
      const asked = new URLSearchParams({ name: '台账.xlsx', ...query })
      return who.ask(`POST ${path}?${asked}`, {
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      })
    },
  }
}
