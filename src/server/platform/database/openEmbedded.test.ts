import { spawn } from 'node:child_process'
import fs, { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { layDatabase, openInMemory } from '../../../../tests/server/layDatabase.ts'
import { DatabaseRefused } from './databaseRefused.ts'
import { isDatabaseAway } from './isDatabaseAway.ts'
import { isDiskFull } from './isDiskFull.ts'
import { openDatabase, type OpenDatabase } from './openDatabase.ts'

const temporary = mkdtempSync(join(tmpdir(), '衡评 数据-'))
const folder = join(temporary, '一 年')
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

const open = (at = folder): Promise<OpenDatabase> => openDatabase({ kind: 'embedded', folder: at })

test('every commit is on disk before it is answered', async () => {
  await layDatabase(folder, 'bare')
  const database = await open()
  await database.run('create table t (n int)')
  const counted = await watching('fsyncSync', async () => {
    for (let n = 0; n < 20; n++) await database.db.execute(sql`insert into t values (${n})`)
  })
  expect(counted.length).toBeGreaterThanOrEqual(20)
  if (process.platform === 'linux')
    expect(counted.filter(path => path.includes('pg_wal')).length).toBeGreaterThanOrEqual(20)
  const { rows } = await database.db.execute(
    sql`select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'synchronous_commit', 'full_page_writes') order by name`,
  )
  expect(rows.map(row => row['setting'])).toEqual(['on', 'on', 'on', 'fsync'])
  const read = await watching('fsyncSync', () => database.db.execute(sql`select * from t`))
  expect(read).toEqual([])
  await database.close()
})

test('many short statements let others in between', async () => {
  const database = await openInMemory('bare')
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  for (let n = 0; n < 5000 && turns < 3; n++) await database.db.execute(sql`select 1`)
  clearInterval(timer)
  expect(turns).toBe(3)
  await database.close()
})

test('a closed database has the same content when opened again', async () => {
  const database = await open()
  expect((await database.db.execute(sql`select count(*) as n from t`)).rows).toEqual([{ n: 20 }])
  await database.close()
  await database.close()
})

test('databaseInUse: a second opening is refused, from this process and from another', async () => {
  const database = await open()
  await expect(open()).rejects.toThrow(`进程号 ${process.pid}`)
  await expect(open()).rejects.toThrow(folder)
  expect(await other('await openDatabase(settings)')).toContain('databaseInUse')
  await database.close()
  const again = await open()
  await again.close()
})

test('a killed process leaves no lock behind, though its note names a living process', async () => {
  const child = holder()
  await new Promise(resolve => child.stdout.once('data', resolve))
  await expect(open()).rejects.toThrow(`进程号 ${child.pid}`)
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  expect(existsSync(join(folder, 'lock.json'))).toBe(true)
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid }))
  const database = await open()
  expect((await database.db.execute(sql`select count(*) as n from t`)).rows).toEqual([{ n: 20 }])
  await database.close()
})

test('databaseFolderUnusable: a folder that cannot be created', async () => {
  const file = join(temporary, 'file')
  writeFileSync(file, '')
  await expect(open(file)).rejects.toThrow('同名的文件已存在')
  await expect(open(join(file, 'below'))).rejects.toThrow('路径中有一段不是文件夹')
})

test('databaseFormatOther: a folder of another PostgreSQL', async () => {
  const at = join(temporary, 'old')
  mkdirSync(join(at, 'database'), { recursive: true })
  writeFileSync(join(at, 'database/PG_VERSION'), '17\n')
  await expect(open(at)).rejects.toMatchObject({
    refusal: { code: 'databaseFormatOther', values: { found: '17', needed: '18' } },
  })
})

test('databaseWontStart: damaged files are reported and left unchanged', async () => {
  const at = join(temporary, 'damaged')
  fs.cpSync(folder, at, { recursive: true, filter: path => !path.endsWith('lock') })
  writeFileSync(join(at, 'database/global/pg_control'), 'no longer')
  await expect(open(at)).rejects.toThrow(/不能启动（.*pg_control.*复制一份留存/)
  expect(existsSync(join(at, 'database/PG_VERSION'))).toBe(true)
  await expect(open(at), 'the lock is let go').rejects.toThrow('不能启动')
})

test('an interrupted creation is started again', async () => {
  const at = join(temporary, 'half')
  for (const left of ['database.new', 'database.new-4711']) {
    mkdirSync(join(at, left, 'base'), { recursive: true })
    writeFileSync(join(at, left, 'PG_VERSION'), '18\n')
  }
  const database = await open(at)
  expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
  expect(fs.readdirSync(at).toSorted()).toEqual(['database', 'lock', 'lock.json'])
  await database.close()
})

test('V8 never optimizes the parser, which would take 600 MB', async () => {
  const said = await other(
    `const { db, close } = await openDatabase(settings)
    for (let n = 0; n < 50; n++) await db.execute(\`select \${'1 + '.repeat(100)} \${n} as sum\`)
    await close()`,
    ['--wasm-sync-tier-up', '--trace-wasm-compilation-times'],
  )
  const taken = [...said.matchAll(/ using TurboFan, took \d+ ms and (\d+) /g)].map(([, bytes]) =>
    Number(bytes),
  )
  expect(taken.length, said.slice(0, 500)).toBeGreaterThan(0)
  expect(Math.max(...taken)).toBeLessThan(100_000_000)
})

test('a full disk refuses writes; with free space again the database continues with everything it had answered', async () => {
  const database = await open()
  await database.db.execute(sql`insert into t values (100)`)
  await withFullDisk(async () => {
    const error = await database.db
      .transaction(tx => tx.execute(sql`insert into t values (101)`))
      .catch((caught: unknown) => caught)
    expect(isDiskFull(error)).toBe(true)
    expect(
      isDiskFull(
        await database.db.execute(sql`insert into t values (102)`).catch((caught: unknown) => caught),
      ),
    ).toBe(true)
  })
  await expect
    .poll(() =>
      database.db
        .execute(sql`select max(n) as n from t`)
        .then(({ rows }) => rows[0]?.['n'])
        .catch(String),
    )
    .toBe(100)
  await database.db.transaction(tx => tx.execute(sql`insert into t values (103)`))
  await database.close()
  const again = await open()
  expect((await again.db.execute(sql`select n from t where n >= 100 order by n`)).rows).toEqual([
    { n: 100 },
    { n: 103 },
  ])
  await again.close()
})

test('a closed database counts as away', async () => {
  const database = await open()
  await database.close()
  expect(isDatabaseAway(await database.db.execute(sql`select 1`).catch((caught: unknown) => caught))).toBe(
    true,
  )
})

test('a program error counts neither as away nor as a full disk', () => {
  const bug = new DatabaseRefused(
    { code: 'databaseNewer', values: { name: 'x' } },
    new TypeError('x is not a function'),
  )
  expect([isDatabaseAway(bug), isDiskFull(bug), isDatabaseAway(undefined), isDatabaseAway('08006')]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

/** The paths on which this call of node:fs was made meanwhile. */
async function watching(name: 'fsyncSync', work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = fs[name]
  const paths: string[] = []
  await patched(
    name,
    (descriptor: number) => {
      paths.push(process.platform === 'linux' ? readlinkSync(`/proc/self/fd/${descriptor}`) : '')
      before(descriptor)
    },
    work,
  )
  return paths
}

/** Nothing can be written to a file meanwhile. */
async function withFullDisk(work: () => Promise<void>): Promise<void> {
  await patched(
    'writeSync',
    () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    },
    work,
  )
}

async function patched(
  name: 'fsyncSync' | 'writeSync',
  replacement: (descriptor: number) => unknown,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = fs[name]
  Object.assign(fs, { [name]: replacement })
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    Object.assign(fs, { [name]: before })
    syncBuiltinESMExports()
  }
}

function holder() {
  return spawn(process.execPath, [
    '--input-type=module',
    '-e',
    script('await openDatabase(settings); console.log("open"); setInterval(() => {}, 1000)'),
  ])
}

/** What another process says while it tries this. */
async function other(code: string, flags: readonly string[] = []): Promise<string> {
  const child = spawn(process.execPath, [...flags, '--input-type=module', '-e', script(code)])
  let said = ''
  child.stdout.on('data', chunk => (said += String(chunk)))
  child.stderr.on('data', chunk => (said += String(chunk)))
  await new Promise(resolve => child.once('close', resolve))
  return said
}

function script(code: string): string {
  const module = new URL('openDatabase.ts', import.meta.url).href
  return `import { openDatabase } from ${JSON.stringify(module)}; const settings = ${JSON.stringify({ kind: 'embedded', folder })}; ${code}`
}
