import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { describeTrailFault } from '../contract/trail/trailFaults.ts'
import type { TrailLine } from '../files/trail/trailHash.ts'
import { parseTrailText } from '../files/trail/trailText.ts'
import { type TrailVerdict, verifyTrail } from '../files/trail/verifyTrail.ts'
import { verifyWhole } from '../server/office/audit/verifyWhole.ts'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import { formatInstant } from '../server/platform/formatInstant.ts'
import type { ExitCode } from './exitCode.ts'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'
import { type DatabaseOptions, openNamedDatabase } from './openNamedDatabase.ts'
import { createProgress } from './createProgress.ts'

/** Options of the `verify-trail` command: an export, or the database itself; `root` is a hash noted elsewhere that must be in the chain. */
interface VerifyTrailOptions extends DatabaseOptions {
  readonly file?: string
  readonly root?: string
}

/** Runs `hengping verify-trail`: recomputes the hash chain of the audit trail (留痕) without the server, and prints where it is broken. */
export async function runVerifyTrail(
  { file, root, ...options }: VerifyTrailOptions,
  io: Io,
): Promise<ExitCode> {
  const progress = createProgress(io)
  progress.stage('核验留痕')
  const seen = new Seen(root, count => progress.count(count))
  try {
    const verdict =
      file === undefined ? await verifyDatabase(options, seen) : await verifyTrail(readLines(file, seen))
    progress.end()
    return describe(verdict, seen, file !== undefined, io)
  } catch (error) {
    progress.end()
    if (error instanceof NoTrailLine) {
      io.out(`留痕不完整：文件第 ${error.number} 行不是留痕；请与另存的导出比较，并保留现场`)
      return 1
    }
    io.err(
      error instanceof DatabaseRefused || file === undefined
        ? (error as Error).message
        : faultOfFile('读', file, error),
    )
    return 2
  }
}

class NoTrailLine extends Error {
  readonly number: number

  constructor(number: number) {
    super(`line ${number} is none of the trail`)
    this.number = number
  }
}

/** State kept while the lines are read. */
class Seen {
  first: TrailLine | undefined
  last: TrailLine | undefined
  rootAt: number | undefined
  readonly root: string | undefined
  readonly #count: (count: number) => void

  constructor(root: string | undefined, count: (count: number) => void) {
    this.root = root?.toLowerCase()
    this.#count = count
  }

  see(line: TrailLine): void {
    this.first ??= line
    this.last = line
    if (this.root !== undefined && line.hash.startsWith(this.root)) this.rootAt = line.seq
    if (line.seq % 1000 === 0) this.#count(line.seq)
  }
}

async function verifyDatabase(options: DatabaseOptions, seen: Seen): Promise<TrailVerdict> {
  const { database } = await openNamedDatabase(options, true)
  try {
    return await verifyWhole(database.db, line => seen.see(line))
  } finally {
    await database.close()
  }
}

async function* readLines(file: string, seen: Seen): AsyncGenerator<TrailLine> {
  let number = 0
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number++
    const line = parseTrailText(text)
    if (line === undefined) throw new NoTrailLine(number)
    seen.see(line)
    yield line
  }
}

function describe(
  verdict: TrailVerdict,
  { first, last, root, rootAt }: Seen,
  fromFile: boolean,
  io: Io,
): ExitCode {
  if (!verdict.whole) {
    io.out(`留痕不完整：${describeTrailFault(verdict.fault, verdict.seq)}`)
    return 1
  }
  if (root !== undefined && rootAt === undefined) {
    io.out(
      `留痕不完整：所给的校验值 ${root} 不在其中，末尾可能被截去，或不是同一份留痕；请与另存的导出比较，并保留现场`,
    )
    return 1
  }
  const span = first === undefined ? '' : `，${formatInstant(first.at)}至${formatInstant(last!.at)}`
  io.out(`留痕完整：${verdict.lines} 条${span}，逐条核验相符，末条校验值 ${verdict.root}`)
  if (rootAt !== undefined) io.out(`所给的校验值是第 ${rootAt} 条的`)
  else if (fromFile)
    io.out('只凭文件看不出末尾是否被截去：请用 --root 给出另处记下的校验值（如封存结果上所印的）再核验一次')
  return 0
}
