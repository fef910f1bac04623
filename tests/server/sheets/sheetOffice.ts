import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterEach } from 'vitest'
import type { CycleFacts } from '../../../src/domain/year/facts/facts.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import type { FileStore } from '../../../src/server/platform/files/fileStore.ts'
import { insertInspectors } from '../../../src/server/rooms/rounds/inspectors.store.ts'
import { insertAssignment } from '../../../src/server/rooms/rounds/plan.store.ts'
import { insertRound } from '../../../src/server/rooms/rounds/rounds.store.ts'
import { roster, xiangxi } from '../../readers/aYear.ts'
import { type Office, openOffice, type Said, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'

type Person = Visitor & { readonly id: string }

/** An office in the fourth quarter: two inspectors are to go to the unit miao, a member of lin. */
export interface SheetOffice {
  readonly office: Office
  readonly committee: Person
  readonly inspector: Person
  readonly second: Person
  readonly unit: Person
  readonly lead: Person
  readonly stranger: Person
  readonly assignment: string
  readonly round: string
  /** another assignment, by whoever. */
  assign(
    unit: string,
    accounts: readonly string[],
    more?: { quarter?: 1 | 2 | 3 | 4; by?: 'leadUnit' },
  ): Promise<string>
  /** a picture uploaded by this inspector; its hash. */
  photo(who: Visitor, seed: number): Promise<string>
  /** rows of a query, for what no route tells. */
  rows<T extends Record<string, unknown>>(query: string): Promise<readonly T[]>
}

let open: Office | undefined

afterEach(async () => {
  await open?.close()
  open = undefined
})

/** Opens it. */
export async function sheetOffice(
  database: OpenDatabase,
  facts: Partial<CycleFacts> = {},
  files?: FileStore,
): Promise<SheetOffice> {
  const office = await openOffice(database, { files })
  open = office
  const { context } = office
  await openYear(context, { scheme: xiangxi, roster, facts })
  const inspector = await office.someone('hecha', [{ role: 'inspector' }])
  const second = await office.someone('hecha2', [{ role: 'inspector' }])
  const by = { changedBy: '测试', changedAt: context.now().toISOString() }
  const round = randomUUID()
  const people = new Map<string, string>()
  const personOf = async (account: string): Promise<string> => {
    const known = people.get(account)
    if (known !== undefined) return known
    const id = randomUUID()
    people.set(account, id)
    const { rows } = await context.db.execute<{ name: string }>(
      sql`select name from account where id = ${account}`,
    )
    await context.db.transaction(tx => insertInspectors(tx, [{ id, name: rows[0]!.name, account, ...by }]))
    return id
  }
  await context.db.transaction(tx =>
    insertRound(tx, {
      id: round,
      year: 2018,
      quarter: 4,
      name: '第四季度实地核查',
      fromDay: '2018-10-08',
      toDay: '2018-12-31',
      state: 'issued',
      issuedAt: by.changedAt,
      issuedBy: '测试',
      ...by,
    }),
  )
  const assign: SheetOffice['assign'] = async (unit, accounts, { quarter = 4, by: kind } = {}) => {
    const id = randomUUID()
    const inspectors: string[] = []
    for (const account of accounts) inspectors.push(await personOf(account))
    const hangs = kind === 'leadUnit' ? { kind, leadUnit: 'lin' } : { kind: 'committee' as const, round }
    await context.db.transaction(tx =>
      insertAssignment(tx, { id, year: 2018, quarter, unit, ...hangs, ...by }, inspectors),
    )
    return id
  }
  return {
    office,
    committee: await office.someone('kaohe', [{ role: 'committee' }]),
    inspector,
    second,
    unit: await office.someone('danwei', [{ role: 'unit', unit: 'miao' }]),
    lead: await office.someone('qiantou', [{ role: 'leadUnit', unit: 'lin' }]),
    stranger: await office.someone('bieren', [{ role: 'unit', unit: 'cao' }]),
    round,
    assign,
    assignment: await assign('miao', [inspector.id, second.id]),
    async photo(who, seed) {
      const key = randomUUID()
      const sent = await office.app.inject({
        method: 'POST',
        url: `/api/files?name=${encodeURIComponent(`照片${seed}.png`)}`,
        headers: { cookie: who.cookie, 'idempotency-key': key, 'content-type': 'application/octet-stream' },
        payload: png(seed),
      })
      if (sent.statusCode !== 200) throw new Error(sent.body)
      return sent.json<{ file: string }>().file
    },
    rows: async query => (await context.db.execute(sql.raw(query))).rows as never,
  }
}

/** A finding as a phone writes it. */
export function aFinding(more: object = {}): { readonly id: string } & Record<string, unknown> {
  return { id: randomUUID(), row: '四.4', rule: 'absent', count: 2, ...more }
}

/** A signature on glass: a small picture. */
export const SIGNED = `data:image/png;base64,${png(7).toString('base64')}`

/** A sheet as a phone sends it: absent twice, signed by both. */
export function aSheet(
  assignment: string,
  more: object = {},
): { readonly draft: string } & Record<string, unknown> {
  return {
    draft: randomUUID(),
    assignment,
    schemeHash: 'x',
    visitedOn: '2018-12-20',
    startedAt: '2018-12-20T01:00:00Z',
    signedAt: '2018-12-20T03:00:00Z',
    device: '核查手机',
    findings: [aFinding()],
    inspector: { name: '核查员', picture: SIGNED },
    unit: { kind: 'signed', name: '李示安', post: '书记', picture: SIGNED },
    ...more,
  }
}

/** Sends a sheet; the draft's number is its key, unless another is given. */
export function send(
  who: Visitor,
  sheet: { readonly draft: string },
  key: string = sheet.draft,
): Promise<Said> {
  return who.ask('POST /api/years/2018/sheets', { body: sheet, key })
}

/** A picture of its own for each seed: sixteen by sixteen dots, without any metadata. */
export function png(seed: number): Buffer {
  const side = 16
  const dots = Buffer.alloc(side * (side * 3 + 1))
  let state = seed * 2_654_435_761 + 1
  for (let at = 0; at < dots.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    dots[at] = at % (side * 3 + 1) === 0 ? 0 : state >>> 24
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  size.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(dots)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'ascii'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, sum])
}
