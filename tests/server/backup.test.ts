import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backedFiles, stageFiles } from '../../src/server/platform/database/backup/backedFiles.ts'
import { checkBackup } from '../../src/server/platform/database/backup/checkBackup.ts'
import { restoreBackup, type RestoreReport } from '../../src/server/platform/database/backup/restoreBackup.ts'
import { migrate } from '../../src/server/platform/database/migrate.ts'
import { migrationFiles } from '../../src/server/platform/database/migrationFiles.ts'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { backUp, contentOf, openFilled, forge, linesOf } from './backupWorks.ts'
import { LONG, SEED } from '../longRun.ts'
import { testInLongRun } from '../testInLongRun.ts'
import { describeOnEachDatabase, KINDS, openBare, openEmpty } from './databases.ts'

const folder = mkdtempSync(join(tmpdir(), '衡评 备份-'))
const original = join(folder, 'original.gz')
beforeAll(async () => {
  await backUp(await openFilled(), original)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let folders = 0
const newFolder = (): string => {
  const made = join(folder, `data ${++folders}`)
  mkdirSync(made)
  return made
}
const restore = (database: OpenDatabase, from: string): Promise<RestoreReport> =>
  restoreBackup(database, from, stageFiles(newFolder()))

// A restore into a bare database runs every migration, which costs the embedded one seconds: the tests of a whole restore have one, the others a database that is migrated and empty.

/** What is refused leaves a database as empty as it was. */
async function expectNothing({ db }: OpenDatabase): Promise<void> {
  const { rows } = await db.execute<{ there: boolean }>(sql`select to_regclass('fact') is not null as there`)
  if (rows[0]!.there)
    expect(
      (await db.execute(sql`select (select count(*) from fact) + (select count(*) from trail) as n`)).rows,
    ).toEqual([{ n: 0 }])
}

describeOnEachDatabase('a backup', (_, { kind, way }) => {
  let restored: OpenDatabase
  let report: RestoreReport
  beforeAll(async () => {
    restored = await openBare(kind)
    report = await restore(restored, original)
  })

  test('restoreNotEmpty: a backup is restored row for row, a backup of the restored database is equal, and nothing is restored into it again', async () => {
    expect(report.rows).toBeGreaterThan(500)
    expect(report.trail).toMatchObject({ whole: true })
    const again = join(folder, `again-${kind}.gz`)
    await expect(restore(restored, original)).rejects.toThrow('目标数据库里已有内容')
    await backUp(restored, again)
    expect(contentOf(again)).toEqual(contentOf(original))
  })

  test('a restored database keeps its guards: a sealed year, the trail and foreign keys hold as before', async () => {
    const database = restored
    const refused = (script: string): Promise<string> =>
      database.db.execute(sql.raw(script)).then(
        () => 'done',
        error => String((error as Error).cause),
      )
    expect(await refused('delete from trail')).toContain('append-only')
    expect(await refused('update fact set source = source')).toContain('sealed')
    expect(
      await refused(
        `insert into roster_unit select 1950, 'x', name, kind, level, tier from roster_unit limit 1`,
      ),
    ).toMatch(/violates|null value/)
    expect(await refused(`insert into credential select * from credential limit 1`)).toContain(
      'duplicate key',
    )
    const before = await database.db.execute<{ place: number }>(sql`select max(place) as place from fact`)
    await database.db.execute(sql`update cycle set sealed = false`)
    await database.db.execute(sql`insert into fact (id, year, kind, body, source, author, at, revision)
      select gen_random_uuid(), year, kind, body, source, author, at, revision from fact limit 1`)
    const after = await database.db.execute<{ place: number }>(sql`select max(place) as place from fact`)
    expect(after.rows[0]!.place, 'numbers go on where they were').toBe(before.rows[0]!.place + 1)
  })

  way('a backup of an older program is migrated', async () => {
    const files = migrationFiles()
    const older = join(folder, `older-${kind}.gz`)
    const database = await openBare(kind)
    await migrate(database, files.slice(0, 1))
    await database.db.execute(sql`insert into setting (key, value) values ('institution', '"某办"')`)
    await backUp(database, older)
    const newer = await openBare(kind)
    await restore(newer, older)
    expect((await newer.db.execute(sql`select count(*) as n from migration`)).rows).toEqual([
      { n: files.length },
    ])
    expect((await newer.db.execute(sql`select value from setting`)).rows).toEqual([{ value: '某办' }])
  })

  way('backupDamaged: a damaged backup is refused and nothing of it is kept', async () => {
    const database = await openEmpty(kind)
    const bytes = readFileSync(original)
    const flipped = Buffer.from(bytes)
    flipped[bytes.length - 1_000]! ^= 1
    const damages: Readonly<Record<string, () => Buffer | ((lines: string[]) => string[])>> = {
      'cut off': () => bytes.subarray(0, bytes.length - 1_000),
      'a flipped bit': () => flipped,
      'a line changed': () =>
        gzipSync(
          linesOf(original)
            .map(line => `${line.replace('示范', '样板')}\n`)
            .join(''),
        ),
      'the end cut off': () =>
        gzipSync(
          linesOf(original)
            .slice(0, -1)
            .map(line => `${line}\n`)
            .join(''),
        ),
      'a row less': () => lines =>
        lines.toSpliced(lines.findIndex(line => line.startsWith('{"table":"fact"')) + 1, 1),
      'a row twice': () => lines =>
        lines.flatMap((line, at) =>
          lines[at - 1]?.startsWith('{"table":"fact"') === true ? [line, line] : [line],
        ),
      'an orphan': () => lines =>
        lines.map(line =>
          line.startsWith('["2018", "SF001"') ? line.replace('"SF001"', '"SF999999"') : line,
        ),
      'a table less': () => lines => lines.filter(line => !line.startsWith('{"table":"verification"')),
      'an unknown table': () => lines =>
        lines.map(line => line.replace('{"table":"fact"', '{"table":"pg_class"')),
      'an unknown column': () => lines =>
        lines.map(line => line.replace('"source","author"', '"source","authors"')),
      'a value of another type': () => lines =>
        lines.map(line => line.replace(/^\["2018", "SF001"/, '["zwölf", "SF001"')),
    }
    // In a short run each database has damages of its own: restoring costs the embedded one seconds.
    const nth = (SEED + KINDS.indexOf(kind) * 3) % 6
    const tried = Object.entries(damages).filter((_one, at) => LONG || at % 6 === nth)
    for (const [what, damage] of tried) {
      const made = damage()
      const path = join(folder, 'damaged.gz')
      if (typeof made === 'function') forge(original, path, made)
      else writeFileSync(path, made)
      await expect(restore(database, path), what).rejects.toMatchObject({
        refusal: { code: 'backupDamaged' },
      })
      await expectNothing(database)
    }
    if (LONG || kind === 'PostgreSQL') await restore(database, original)
  })
})

testInLongRun('moving from the embedded database to a server and back changes nothing', async () => {
  const server = await openBare('PostgreSQL')
  await restore(server, original)
  const moved = join(folder, 'moved.gz')
  await backUp(server, moved)
  const back = await openBare('PGlite')
  await restore(back, moved)
  const returned = join(folder, 'returned.gz')
  await backUp(back, returned)
  expect(contentOf(returned)).toEqual(contentOf(original))
  expect(linesOf(moved)[0]).toContain('"database":"server"')
})

test('a backup of a server shows one moment while others write', async () => {
  const server = await openBare('PostgreSQL')
  await restore(server, original)
  await server.db.execute(sql`create table pair (n int)`)
  await server.db.execute(sql`insert into pair select generate_series(1, 5000)`)
  await server.db.execute(sql`create table zpair (n int)`)
  let going = true
  const writer = (async () => {
    for (let n = 0; going; n++) {
      await server.db.transaction(async tx => {
        await tx.execute(sql`insert into pair values (${n})`)
        await tx.execute(sql`insert into zpair values (${n})`)
      })
    }
  })()
  const path = join(folder, 'moving.gz')
  await expect
    .poll(async () => Number((await server.db.execute(sql`select count(*) as n from zpair`)).rows[0]!['n']))
    .toBeGreaterThan(5)
  await backUp(server, path)
  going = false
  await writer
  const { tables } = JSON.parse(linesOf(path).at(-1)!) as {
    readonly tables: Readonly<Record<string, number>>
  }
  expect(tables['pair']! - 5000).toBe(tables['zpair'])
  expect(tables['zpair']).toBeGreaterThan(0)
})

describe('a backup file on its own', () => {
  test('a backup is checked without a database', async () => {
    const check = await checkBackup(original)
    expect(check.rows).toBe(contentOf(original).filter(line => line.startsWith('[')).length)
    expect(check.trail).toMatchObject({ whole: true })
  })

  test('a trail that was tampered with is reported by the check and after the restore', async () => {
    const path = join(folder, 'tampered.gz')
    forge(original, path, lines =>
      lines.map(line =>
        /^\["2", .*"demoYearLoaded"|^\["1", /.test(line) ? line.replace('系统', '别人') : line,
      ),
    )
    expect((await checkBackup(path)).trail).toMatchObject({ whole: false, fault: 'changed' })
    expect((await restore(await openEmpty('PGlite'), path)).trail).toMatchObject({
      whole: false,
      fault: 'changed',
    })
  })

  test('backupUnreadable: a file that is not a backup is refused', async () => {
    const path = join(folder, 'other.gz')
    for (const bytes of [
      'plain',
      '',
      gzipSync('{"format":"hengping-results/1"}\n'),
      gzipSync(''),
      gzipSync('[1]\n'),
    ]) {
      writeFileSync(path, bytes)
      await expect(checkBackup(path)).rejects.toThrow(/不是衡评的备份文件|文件不完整/)
    }
    await expect(checkBackup(join(folder, 'none.gz'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a backup of a newer or another program is refused', async () => {
    const path = join(folder, 'newer.gz')
    const withMigrations = (change: (list: { name: string; hash: string }[]) => object[]): void =>
      forge(original, path, ([first, ...lines]) => {
        const header = JSON.parse(first!) as { migrations: { name: string; hash: string }[] }
        return [JSON.stringify({ ...header, migrations: change(header.migrations) }), ...lines]
      })
    const database = await openEmpty('PGlite')
    withMigrations(list => [...list, { name: '9999-later', hash: 'x' }])
    await expect(restore(database, path)).rejects.toMatchObject({ refusal: { code: 'databaseNewer' } })
    withMigrations(list => list.map(({ name }) => ({ name, hash: 'x' })))
    await expect(restore(database, path)).rejects.toMatchObject({ refusal: { code: 'migrationChanged' } })
    await expectNothing(database)
  })
})

describe('files beside the database', () => {
  test('files are restored with their names and bytes, sign-ins are not restored', async () => {
    const [from, to] = [newFolder(), newFolder()]
    mkdirSync(join(from, 'files/附件 一'), { recursive: true })
    const photo = Buffer.from(Array.from({ length: 200_000 }, (_value, at) => (at * 7919) % 256))
    writeFileSync(join(from, 'files/附件 一/照片.jpg'), photo)
    writeFileSync(join(from, 'files/empty'), '')
    writeFileSync(join(from, 'secret'), 'geheim')
    writeFileSync(join(from, 'log'), 'not backed up')
    const database = await openFilled()
    await database.db.execute(
      sql`insert into session (id, user_id, token, expires_at, created_at, updated_at) select '1', id, 't', now(), now(), now() from account limit 1`,
    )
    const path = join(folder, 'files.gz')
    expect((await backUp(database, path, backedFiles(from))).files).toBe(3)
    const report = await restoreBackup(await openEmpty('PGlite'), path, stageFiles(to))
    expect(report.files).toBe(3)
    expect(readFileSync(join(to, 'files/附件 一/照片.jpg')).equals(photo)).toBe(true)
    expect(readFileSync(join(to, 'files/empty'), 'utf8')).toBe('')
    expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('geheim')
    expect(contentOf(path).join('\n')).not.toContain('"t"')
    expect(() => stageFiles(to), 'restoreFilesThere').toThrow('里已有文件')
  })

  test('files with a path that leads elsewhere are refused', async () => {
    const database = await openEmpty('PGlite')
    const path = join(folder, 'tricks.gz')
    const tricks = [
      'files/../../evil',
      '/evil',
      'files/a\\..\\b',
      '../evil',
      'files/',
      'database/PG_VERSION',
      'secret/x',
      'files/c:x',
      'files/./x',
    ]
    for (const trick of tricks) expect(() => stageFiles(newFolder()).begin(trick), trick).toThrow('不合规定')
    for (const trick of tricks.filter((_one, at) => LONG || at === SEED % tricks.length)) {
      const to = newFolder()
      forge(original, path, lines => [...lines, JSON.stringify({ file: trick, bytes: 1 }), '"eA=="'])
      await expect(restoreBackup(database, path, stageFiles(to)), trick).rejects.toThrow('不合规定')
    }
    await expectNothing(database)
  })
})
