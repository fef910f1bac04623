import { checkCaseFile } from '../../verify/checkCaseFile.ts'
import { describe } from '../../verify/describe.ts'
import { countDifferences } from '../../verify/findings.ts'
import { readZip } from '../../verify/zip.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'

const MARKS = {
  verdict: '',
  part: '',
  checked: '  相符  ',
  compared: '  已核对  ',
  difference: '  不符  ',
  note: '  说明  ',
} as const

/** Checks a case file (案卷) by the checker that stands apart from the engine, and prints what its page shows, or why the archive cannot be read. */
export async function verifyCaseFile(bytes: Uint8Array, io: Io): Promise<ExitCode> {
  const files = await readZip(bytes).catch((error: Error) => error)
  if (files instanceof Error) {
    io.err(`${files.message}；请给出案卷压缩包，或 score 写出的 .json 结果`)
    return 2
  }
  const verdict = checkCaseFile(files)
  const lines = [...describe(verdict)].filter(
    ({ kind }) => !io.quiet || kind === 'verdict' || kind === 'difference',
  )
  io.out(lines.map(({ kind, text }) => `${MARKS[kind]}${text}`).join('\n'))
  return countDifferences(verdict) > 0 ? 1 : 0
}
