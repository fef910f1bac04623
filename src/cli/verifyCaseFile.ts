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

/** Checks a case file (案卷) by the checker that stands apart from the engine, and prints what its page shows; undefined if the archive is none. */
export async function verifyCaseFile(bytes: Uint8Array, io: Io): Promise<ExitCode | undefined> {
  const files = await readZip(bytes).catch(() => undefined)
  if (files?.has('目录.json') !== true) return undefined
  const verdict = checkCaseFile(files)
  const lines = [...describe(verdict)].filter(
    ({ kind }) => !io.quiet || kind === 'verdict' || kind === 'difference',
  )
  io.out(lines.map(({ kind, text }) => `${MARKS[kind]}${text}`).join('\n'))
  return countDifferences(verdict) > 0 ? 1 : 0
}
