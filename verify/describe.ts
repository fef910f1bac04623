import { checkResults } from './checkResults.ts'
import { BEYOND, checkCaseFile, type Verdict } from './checkCaseFile.ts'
import type { ResultsFile } from './shapes.ts'
import { readZip } from './zip.ts'

/** The most differences of one part that are told one by one. */
const MOST_TOLD = 200

/** Checks what was handed over: a case file, or a results file alone. Throws a Chinese sentence where it is neither. */
export async function checkFile(bytes: Uint8Array): Promise<Verdict> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return checkCaseFile(await readZip(bytes))
  let file: ResultsFile
  try {
    file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ResultsFile
  } catch {
    throw new Error('这不是案卷压缩包，也不是结果文件')
  }
  if (file?.inputs === undefined || file.hashes === undefined)
    throw new Error('这不是案卷压缩包，也不是结果文件')
  try {
    return {
      title: '结果文件',
      root: file.seal?.trail.root ?? '',
      parts: [{ title: '结果', findings: checkResults(file) }],
    }
  } catch {
    throw new Error('结果文件残缺，核对不下去')
  }
}

/** One line of the report: a heading, something checked, something that differs, or something that could not be checked. */
export interface ReportLine {
  readonly kind: 'verdict' | 'part' | 'checked' | 'difference' | 'note'
  readonly text: string
}

/** Tells a verdict in Chinese, line by line; the page and the command line show the same. */
export function* describe(verdict: Verdict): Generator<ReportLine> {
  const total = verdict.parts.reduce((all, { findings }) => all + findings.differences.length, 0)
  yield {
    kind: 'verdict',
    text: total === 0 ? `${verdict.title}：核对一致` : `${verdict.title}：有${total}处不符`,
  }
  if (verdict.root !== '') yield { kind: 'note', text: `留痕根 ${verdict.root}` }
  for (const { title, findings } of verdict.parts) {
    yield { kind: 'part', text: title }
    for (const text of findings.differences.slice(0, MOST_TOLD)) yield { kind: 'difference', text }
    const rest = findings.differences.length - MOST_TOLD
    if (rest > 0) yield { kind: 'difference', text: `另有${rest}处` }
    for (const text of findings.checked) yield { kind: 'checked', text }
    for (const text of new Set(findings.notes)) yield { kind: 'note', text }
  }
  yield { kind: 'part', text: '文件本身证明不了的' }
  for (const text of BEYOND) yield { kind: 'note', text }
}
