import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '../../../src/server/platform/database/openDatabase.ts'
import { describeWays } from '../databases.ts'
import { meetingOffice, planned } from './heldMeeting.ts'
import { markAll, ok, opened, phone, prepared, votes } from './votingMeeting.ts'

/** A hash of every table, but of the trail and what signing in leaves. */
async function allRows(db: Database): Promise<Readonly<Record<string, unknown>>> {
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and relname not in ('trail', 'trail_head', 'session', 'account') order by 1`,
  )
  const all: Record<string, unknown> = {}
  for (const { name } of tables) {
    const { rows } = await db.execute<{ rows: unknown }>(
      sql`select md5(coalesce(json_agg(t order by t::text), '[]')::text) as rows from ${sql.identifier(name)} t`,
    )
    all[name] = rows[0]!.rows
  }
  return all
}

describeWays('a rehearsal', open => {
  test('leaves two lines in the trail and nothing else; its slips open no other meeting', async () => {
    const { office, committee, clerk } = await meetingOffice(await open())
    const nobody = office.visitor()
    const second = await office.someone('fuhe', [{ role: 'committee' }])
    const real = await planned(committee)
    const [before, lines] = [await allRows(office.context.db), (await office.trail()).length]

    const rehearsal = await planned(committee, { rehearsal: true })
    const { at, key, secrets } = await prepared(committee, rehearsal, { delegate: 6 })
    const style = { voterClass: 'delegate', style: 'figures', sheets: 2 }
    await ok(committee.ask(`POST ${rehearsal.address}/paper/printed`, { body: style }))
    const gone = (await rehearsal.view()).agenda[0]!.unit
    await ok(rehearsal.write('POST /removals', { unit: gone, reason: '试一试' }))
    await ok(committee.ask(`POST ${rehearsal.address}/pairings`, { body: { screen: 'hall' } }))
    await opened(rehearsal)
    const { form } = (await phone(nobody, secrets[0]!.secret)).part
    for (const { secret } of secrets)
      await votes(
        nobody,
        secret,
        markAll(form, line => 70 + (line % 20)),
      )
    await ok(rehearsal.step({ step: 'closeVoting' }))
    const marks = form.lines.map(() => 90)
    const sheet = { voterClass: 'delegate', number: 1, marks: [90, ...marks], faulty: false }
    await ok(committee.ask(`POST ${rehearsal.address}/paper/sheets`, { body: sheet }))
    await ok(second.ask(`POST ${rehearsal.address}/paper/sheets`, { body: sheet }))
    const [id, picture] = [randomUUID(), 'a1'.repeat(32)]
    const { db, files } = office.context
    await files.put(picture, Buffer.from('scan'))
    await db.execute(sql`insert into paper_sheet (id, meeting, voter_class, number, way, settled)
      values (${id}, ${form.meeting}, 'delegate', 2, 'scanned', true)`)
    await db.execute(
      sql`insert into paper_page (sheet, page, rows, picture) values (${id}, 1, '[]', ${picture})`,
    )
    await ok(committee.ask(`POST ${at}/unseal`, { body: { key } }))
    await ok(committee.ask(`POST ${at}/count`, { body: {} }))
    await ok(committee.ask(`POST ${at}/publish`, { body: {} }))
    expect((await ok(committee.ask(`GET ${rehearsal.address}/minutes.docx`))).raw.length).toBeGreaterThan(
      1000,
    )
    expect((await rehearsal.write('POST /report', {})).body['code']).toBe('rehearsalNotReported')

    expect((await real.write('POST /rehearsal-end', {})).body['code']).toBe('notRehearsal')
    const { revision } = await rehearsal.view()
    const end = (who: typeof clerk, seen: number) =>
      who.ask(`POST ${rehearsal.address}/rehearsal-end`, { body: { revision: seen } })
    expect((await end(clerk, revision)).body['code']).toBe('notConvenor')
    expect((await end(committee, revision - 1)).body['code']).toBe('staleRevision')
    await ok(end(committee, revision))
    expect((await end(committee, revision)).body['code']).toBe('notFound')

    const slip = (await phone(nobody, secrets[0]!.secret).catch((error: Error) => error)) as Error
    expect(slip.message).toContain('voteSlipUnknown')
    expect(await allRows(db)).toEqual(before)
    expect(await files.read(picture)).toBeUndefined()
    expect((await office.trail()).slice(lines).map(({ kind }) => kind)).toEqual([
      'rehearsalBegun',
      'rehearsalEnded',
    ])
  })

  test('五（一） a rehearsal goes on after the seal and is ended, while a meeting that counts is refused', async () => {
    const { office, committee } = await meetingOffice(await open())
    const { db } = office.context
    const real = await planned(committee)
    const rehearsal = await planned(committee, { rehearsal: true })
    await db.execute(sql`update cycle set sealed = true where year = 2018`)
    const away = async ({ view, write }: typeof real) =>
      write('POST /removals', { unit: (await view()).agenda[0]!.unit, reason: '试一试' })
    expect((await away(real)).body['code']).toBe('yearSealed')
    await ok(away(rehearsal))
    await ok(rehearsal.write('POST /rehearsal-end', {}))
  })
})
