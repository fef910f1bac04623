import { printQuarter } from '../domain/kernel/calendar.ts'
import type { z } from 'zod'
import { drawCheckSentences } from '../contract/draw/drawCheckSentences.ts'
import { drawFileSchema } from '../contract/draw/drawRecordSchema.ts'
import { readShape } from '../contract/shape/readShape.ts'
import { sentenceOfRefusal } from '../contract/shape/refusalSentences.ts'
import { readText } from '../files/facts/readText.ts'
import { checkDraw } from '../domain/campaign/draw/checkDraw.ts'
import { isDigestRight } from '../domain/campaign/draw/drawDigest.ts'
import { fingerprintOf, listText, parseListText } from '../domain/campaign/draw/drawList.ts'
import { orderLots } from '../domain/campaign/draw/drawLots.ts'
import { purposeNames } from '../domain/campaign/draw/drawPurpose.ts'
import type { DrawRecord } from '../domain/campaign/draw/drawRecord.ts'
import { sha256 } from '../files/sha256.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import type { ExitCode } from './exitCode.ts'
import { inputBytes } from './inputFile.ts'
import type { Io } from './io.ts'

/** Options of the `draw` command: a record file to verify, or a list with the seed to draw from. */
export interface DrawOptions {
  readonly verify?: string
  readonly list?: string
  readonly seed?: string
  readonly take?: number
}

/** Runs `hengping draw`: verifies a record file without the server, or repeats a draw from a plain list. */
export async function runDraw({ verify, list, seed, take }: DrawOptions, io: Io): Promise<ExitCode> {
  if (verify !== undefined && list === undefined) return verifyFile(verify, io)
  if (verify === undefined && list !== undefined && seed !== undefined && take !== undefined)
    return repeatDraw(list, seed, take, io)
  io.err('请用 --verify 给出抽签记录，或用 --list、--seed、--take 三项一起给出名单、种子和抽取数。')
  return 2
}

async function verifyFile(path: string, io: Io): Promise<ExitCode> {
  const file = await readRecords(path, io)
  if (file === undefined) return 2
  const { draws } = file
  const wrong = draws.flatMap(record => describeWrong(record))
  if (wrong.length > 0) {
    io.out(
      [
        `抽签记录不符：${draws.length} 项中有 ${new Set(wrong.map(one => one.record)).size} 项对不上`,
        ...wrong.map(one => one.said),
      ].join('\n'),
    )
    return 1
  }
  if (!isDigestRight(file, sha256)) {
    io.out('抽签记录不符：总指纹与各单位的名单和抽取数对不上')
    return 1
  }
  io.out(`抽签记录相符：${draws.length} 项全部重算一致（名单指纹、种子、次序、结果）`)
  if (file.digest !== undefined) io.out(`总指纹 ${file.digest}`)
  io.out('请与会上公布的指纹核对：指纹不同，就不是会上冻结的名单。')
  if (io.quiet || draws.length > MOST_LISTED) return 0
  for (const record of draws) {
    io.out(`  ${titleOf(record)}：种子 ${record.seed}，${namesOf(record)}`)
    io.out(`    名单指纹 ${record.fingerprint}`)
  }
  return 0
}

type DrawFile = z.output<typeof drawFileSchema>

const MOST_LISTED = 20

async function readRecords(path: string, io: Io): Promise<DrawFile | undefined> {
  const bytes = await inputBytes(path)
  if (typeof bytes === 'string') {
    io.err(bytes)
    return undefined
  }
  const text = readText(bytes)
  if (isRefusal(text)) {
    io.err(`“${path}”：${sentenceOfRefusal(text)}`)
    return undefined
  }
  const { value } = readShape(drawFileSchema, text.value)
  if (value === undefined) io.err(`“${path}”不是完整的抽签记录；请从“抽签”页面重新导出`)
  return value
}

function describeWrong(
  record: DrawRecord,
): readonly { readonly record: DrawRecord; readonly said: string }[] {
  return checkDraw(record, sha256)
    .filter(check => !check.isRight)
    .map(({ step, found, expected }) => {
      const both =
        step === 'text' ? '' : `\n      文件为 ${inOneLine(found)}\n      重算为 ${inOneLine(expected)}`
      return { record, said: `  · ${titleOf(record)}：${drawCheckSentences[step].wrong}${both}` }
    })
}

function inOneLine(text: string): string {
  const line = text.replaceAll('\n', '；')
  return line.length > 300 ? `${line.slice(0, 300)}……` : line
}

function titleOf({ unitName, purpose, year, quarter, number }: DrawRecord): string {
  return `${unitName} ${year}年${printQuarter(quarter)}${purposeNames[purpose]}${number > 1 ? `（第${number}次）` : ''}`
}

function namesOf({ result }: DrawRecord): string {
  return result.map(line => line.name).join('、')
}

async function repeatDraw(path: string, seed: string, take: number, io: Io): Promise<ExitCode> {
  const bytes = await inputBytes(path)
  if (typeof bytes === 'string') {
    io.err(bytes)
    return 2
  }
  const { head, lines } = parseListText(new TextDecoder().decode(bytes))
  if (lines.length === 0) {
    io.err(`“${path}”里没有名单：每行写“编号、姓名、党支部”，以制表符分隔`)
    return 2
  }
  const twin = lines.find((line, at) => lines.findIndex(other => other.id === line.id) !== at)
  if (twin !== undefined) {
    io.err(`“${path}”中编号“${twin.id}”出现不止一次，不能抽取`)
    return 2
  }
  const fingerprint = fingerprintOf(listText(head, lines), sha256)
  const lots = orderLots(fingerprint, seed.trim(), lines, sha256)
  const drawn = lots.slice(0, take)
  io.out(`名单 ${lines.length} 行，指纹 ${fingerprint}`)
  io.out(`种子 ${seed.trim()}，抽取 ${drawn.length} 个：`)
  for (const { place, line, hash } of drawn) {
    io.out(
      `  ${place}. ${line.id}  ${line.name}${line.branch === undefined ? '' : `（${line.branch}）`}  ${hash.slice(0, 16)}`,
    )
  }
  if (take > lines.length) io.err(`名单只有 ${lines.length} 行，全部抽中`)
  return 0
}
