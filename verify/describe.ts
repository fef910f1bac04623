import { checkCaseFile } from './checkCaseFile.ts'
import { checkResults } from './checkResults.ts'
import type { Has } from './fields.ts'
import { countDifferences, type Verdict } from './findings.ts'
import { parse } from './hash.ts'
import type { ResultsFile } from './shapes.ts'
import { readZip } from './zip.ts'

/** The most differences of one part that are told one by one. */
const MOST_TOLD = 200

/** What no case file can show by itself. */
const BEYOND: readonly string[] = [
  '录入的事实是否属实：要看核查现场、原始材料和台账附件',
  '测评票是否由本人投出、有没有漏收：公布文件没有整张的票，废票规则要凭封存的计票文件核对',
  '案卷是否整体换过，核验页是否真的：请把上面的留痕根与封存时另行记下或打印的对照，并用另行取得的核验页再核对一次',
  '结果工作簿和目录页里的字：没有逐格核对，与“结果.json”“目录.json”不同的以那两个文件为准',
]

/** Checks what was handed over: a case file, or a results file alone. Throws a Chinese sentence where it is neither. */
export async function checkFile(bytes: Uint8Array): Promise<Verdict> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return checkCaseFile(await readZip(bytes))
  const file = parse<ResultsFile>(new TextDecoder().decode(bytes))
  if (file?.inputs === undefined || file.hashes === undefined)
    throw new Error('这不是案卷压缩包，也不是结果文件')
  try {
    const parts = [{ title: '结果', findings: checkResults(file) }]
    return { title: '结果文件', root: file.seal?.trail.root ?? '', parts }
  } catch {
    throw new Error('结果文件残缺，核对不下去')
  }
}

/** One line of the report: a heading, something that agrees, something checked where there are differences, one of these, or something that could not be checked. */
export type ReportLine = Has<'text'> &
  Has<'kind', 'verdict' | 'part' | 'checked' | 'compared' | 'difference' | 'note'>

/** Tells a verdict in Chinese, line by line; the page and the command line show the same. */
export function* describe(verdict: Verdict): Generator<ReportLine> {
  const total = countDifferences(verdict)
  yield { kind: 'verdict', text: `${verdict.title}：${total === 0 ? '核对一致' : `有${total}处不符`}` }
  if (verdict.root !== '') yield { kind: 'note', text: `留痕根 ${verdict.root}` }
  for (const { title, findings } of verdict.parts) {
    yield { kind: 'part', text: title }
    for (const text of findings.differences.slice(0, MOST_TOLD)) yield { kind: 'difference', text }
    const rest = findings.differences.length - MOST_TOLD
    if (rest > 0) yield { kind: 'difference', text: `另有${rest}处` }
    const kind = findings.differences.length === 0 ? 'checked' : 'compared'
    for (const text of findings.checked) yield { kind, text }
    for (const text of new Set(findings.notes)) yield { kind: 'note', text }
  }
  yield { kind: 'part', text: '文件本身证明不了的' }
  for (const text of BEYOND) yield { kind: 'note', text }
}
