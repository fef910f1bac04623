import type { LocatedFault, Place } from '../files/locatedFault.ts'
import { readScheme, type SchemeReading } from '../files/readScheme.ts'
import { schemeFiles } from '../files/schemeFiles.ts'

/** Options of the `check` command: `quiet` prints faults only, `json` prints one JSON document for programs. */
export interface CheckOptions {
  readonly quiet?: boolean
  readonly json?: boolean
}

/** Output of the `check` command; `readFiles` opens the files of a scheme, by default from disk. */
interface CheckIo {
  out(line: string): void
  err(line: string): void
  readonly readFiles?: typeof schemeFiles
}

/** Exit codes of `check`: 0 no faults (warnings and assumed rulings allowed), 1 faults in the contents, 2 nothing to read. */
const CHECK_EXIT = { fine: 0, faults: 1, unreadable: 2 } as const

/** Runs `hengping check`: prints every fault with file, line, column, clause and fix, then a count. Returns the exit code. */
export function runCheck(schemePath: string, options: CheckOptions, io: CheckIo): 0 | 1 | 2 {
  const opened = (io.readFiles ?? schemeFiles)(schemePath)
  if ('unreadable' in opened) {
    if (options.json === true) io.out(jsonOf({ faults: [opened.unreadable], assumed: [] }))
    else io.err(faultLine(opened.unreadable))
    return CHECK_EXIT.unreadable
  }
  const reading = readScheme(opened.files)
  if (options.json === true) io.out(jsonOf(reading))
  else for (const line of linesOf(reading, options.quiet === true)) io.out(line)
  return reading.faults.some(isFault) ? CHECK_EXIT.faults : CHECK_EXIT.fine
}

/** Formats a fault as one line: `文件:行:列 [条款] 句子 → 怎么办`. */
export function faultLine(fault: LocatedFault): string {
  const { citation, sentence, severity } = fault
  const clause = citation === undefined ? '' : ` [${citation}]`
  return `${placeText(fault)}${clause} ${severity === 'warning' ? '提醒：' : ''}${sentence.wrong} → ${sentence.remedy}`
}

function linesOf({ faults, assumed }: SchemeReading, isQuiet: boolean): readonly string[] {
  if (isQuiet) return faults.filter(isFault).map(faultLine)
  const notices = assumed.map(
    one =>
      `${placeText(one)} [${one.ruling.citation}] 暂定口径 ${one.ruling.id}：${one.ruling.question}${one.ruling.text}`,
  )
  return [...faults.map(faultLine), ...notices, countLine({ faults, assumed })]
}

function countLine({ faults, assumed }: SchemeReading): string {
  const count = faults.filter(isFault).length
  const warned = `${faults.length - count} 条提醒`
  if (count > 0) return `共 ${count} 处错误，改正前不能印发；${warned}`
  return `方案没有错误；${warned}，${assumed.length} 条口径暂定、有待考核组织者确认`
}

function jsonOf({ faults, assumed }: SchemeReading): string {
  const rulings = assumed.map(({ ruling, ...place }) => ({
    ...place,
    ruling: ruling.id,
    citation: ruling.citation,
    question: ruling.question,
    text: ruling.text,
  }))
  const counts = {
    faults: faults.filter(isFault).length,
    warnings: faults.filter(fault => !isFault(fault)).length,
    assumed: assumed.length,
  }
  return JSON.stringify(
    { counts, faults: faults.map(({ sentence, ...fault }) => ({ ...fault, ...sentence })), assumed: rulings },
    null,
    2,
  )
}

function isFault({ severity }: LocatedFault): boolean {
  return severity === 'fault'
}

function placeText({ file, line, column }: Place): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`
}
