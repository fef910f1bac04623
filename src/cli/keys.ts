import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import {
  putKeys,
  readKeyCopy,
  readKeys,
  type StoredKey,
  writeKeyCopy,
} from '../server/platform/keys/keyCopy.ts'
import type { ExitCode } from './exitCode.ts'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'
import { mayWrite } from './mayWrite.ts'
import { type DatabaseOptions, openNamedDatabase } from './openNamedDatabase.ts'

/** Options of the `keys` command: neither `out` nor `from` lists the keys. */
interface KeysOptions extends DatabaseOptions {
  readonly out?: string
  readonly from?: string
  readonly force?: boolean
}

/** Runs `hengping keys`: lists the keys of surveys (民意调查), copies them to a file, or puts those of a copy back. */
export async function runKeys(options: KeysOptions, io: Io): Promise<ExitCode> {
  if (options.out !== undefined && options.from !== undefined) {
    io.err('--out 和 --from 不能同时写：一次只抄出或只装入')
    return 2
  }
  if (!existsSync(options.data)) {
    io.err(`没有数据文件夹“${options.data}”；请用 --data 写明`)
    return 2
  }
  const path = options.out ?? options.from ?? join(options.data, 'keys')
  try {
    if (options.from !== undefined) return await restore(options, options.from, io)
    const keys = await readKeys(options.data)
    return options.out === undefined
      ? await list(options, keys, io)
      : await copy(options, options.out, keys, io)
  } catch (error) {
    io.err(faultOfFile(options.out === undefined ? '读' : '写', path, error))
    return 2
  }
}

async function list(options: KeysOptions, keys: readonly StoredKey[], io: Io): Promise<ExitCode> {
  if (keys.length === 0) {
    io.out('没有民意调查的密钥')
    return 0
  }
  const titles = await titlesOf(options, io)
  for (const [survey, own] of Map.groupBy(keys, ({ group }) => group)) {
    const isThere = own.some(({ name }) => name === 'numbers')
    const units = own.filter(({ name }) => name !== 'numbers').length
    io.out(
      `${titles.get(survey) ?? survey}：号码密钥${isThere ? '在' : '不在'}，未分离单位的答卷密钥 ${units} 个`,
    )
  }
  return 0
}

/** Reads the titles of surveys; none where the database is in use. */
async function titlesOf(options: KeysOptions, io: Io): Promise<ReadonlyMap<string, string>> {
  try {
    const { database } = await openNamedDatabase(options, true)
    const { rows } = await database.db
      .execute<{
        id: string
        title: string
      }>(sql`select id, year || '年度“' || (commission ->> 'title') || '”' as title from survey`)
      .finally(() => database.close())
    return new Map(rows.map(({ id, title }) => [id, title]))
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    io.err(`提示：读不了调查名称，只列出编号（${error.message}）`)
    return new Map()
  }
}

async function copy(
  { force }: KeysOptions,
  out: string,
  keys: readonly StoredKey[],
  io: Io,
): Promise<ExitCode> {
  const blocked = await mayWrite([out], [], ['.json'], force === true)
  if (blocked !== undefined) {
    io.err(blocked)
    return 2
  }
  if (keys.length === 0) {
    io.err('没有民意调查的密钥，没有写文件')
    return 1
  }
  await writeFile(out, writeKeyCopy(keys), { mode: 0o600, flush: true })
  io.out(`已抄出 ${keys.length} 个密钥，写到 ${out}`)
  io.out('有了它就能打开号码和未分离的答卷：不要与数据库备份放在一起，装入后即删除')
  return 0
}

async function restore({ data }: KeysOptions, from: string, io: Io): Promise<ExitCode> {
  const keys = readKeyCopy(await readFile(from, 'utf8'))
  if (keys === undefined) {
    io.err(`“${from}”不是 hengping keys 抄出的文件，或不完整；没有装入`)
    return 1
  }
  const put = await putKeys(data, keys)
  if (put === undefined) {
    io.err('数据文件夹里同一位置已有另一个密钥；没有装入，请核对是不是同一套数据')
    return 1
  }
  io.out(`装入 ${put} 个密钥，${keys.length - put} 个原来就在；请删除 ${from}`)
  return 0
}
