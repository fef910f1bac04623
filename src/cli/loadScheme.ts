import { readScheme } from '../files/readScheme.ts'
import { schemeFiles } from '../files/schemeFiles.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { faultLine } from './check.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'

const MOST_TOLD = 20

/** Loads a scheme, or returns the exit code after printing its faults: 2 when there is nothing to read, 1 when the scheme is unusable. */
export function loadScheme(io: Io, path: string): Scheme | ExitCode {
  const opened = schemeFiles(path)
  if ('unreadable' in opened) {
    io.err(faultLine(opened.unreadable))
    return 2
  }
  const { scheme, faults } = readScheme(opened.files)
  const wrong = faults.filter(fault => fault.severity === 'fault')
  if (scheme !== undefined && wrong.length === 0) return scheme
  const rest = wrong.length - MOST_TOLD
  const lines = wrong.slice(0, MOST_TOLD).map(faultLine)
  io.err(
    [
      `方案“${path}”有 ${wrong.length} 处错误，不能计分：`,
      ...lines,
      ...(rest > 0 ? [`另有 ${rest} 处，用 hengping check 查看`] : []),
    ].join('\n'),
  )
  return 1
}
