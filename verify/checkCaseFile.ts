import { checkPublished } from './ballots.ts'
import { checkResults } from './checkResults.ts'
import { checkDraws } from './draws.ts'
import { type Findings, noFindings } from './findings.ts'
import { sha256 } from './hash.ts'
import type { ResultsFile } from './shapes.ts'
import { checkTrail, type TrailLine } from './trail.ts'

/** The list of contents that a case file carries (目录.json). */
interface Contents {
  readonly format: string
  readonly title: string
  readonly seal: NonNullable<ResultsFile['seal']>
  readonly files: readonly { readonly path: string; readonly title: string; readonly sha256: string }[]
}

/** The verdict on a case file: its parts in the order in which they are told. */
export interface Verdict {
  readonly title: string
  readonly root: string
  readonly parts: readonly { readonly title: string; readonly findings: Findings }[]
}

/** What no case file can show by itself. */
export const BEYOND: readonly string[] = [
  '录入的事实是否属实：要看核查现场、原始材料和台账附件',
  '测评票是否由本人投出、有没有漏收：公布文件没有整张的票，废票规则要凭封存的计票文件核对',
  '案卷是否整体换过：请把上面的留痕根与封存时另行记下或打印的对照',
]

/** Checks a case file: its list of contents, then each part by its own computation. Never throws for what is in it. */
export function checkCaseFile(files: ReadonlyMap<string, Uint8Array>): Verdict {
  const parts: { title: string; findings: Findings }[] = []
  const part = (title: string, work: (findings: Findings) => void): void => {
    const findings = noFindings()
    try {
      work(findings)
    } catch {
      findings.differences.push('内容残缺或被改得不成样子，核对不下去')
    }
    parts.push({ title, findings })
  }
  const text = (path: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(path))
  const contents = parse<Partial<Contents>>(text('目录.json'))
  const results = parse<ResultsFile>(text('结果.json'))
  let trail: readonly TrailLine[] = []
  part('目录', findings => checkContents(contents, files, findings))
  part('结果', findings => {
    if (results === undefined) return void findings.differences.push('没有结果文件，或读不了')
    const { checked, differences } = checkResults(results)
    findings.checked.push(...checked)
    findings.differences.push(...differences)
    const [own, told] = [results.seal, contents?.seal]
    if (own?.number !== told?.number || own?.trail.root !== told?.trail.root)
      findings.differences.push('结果文件的封存标记与目录不同')
  })
  part('留痕', findings => {
    trail = checkTrail(text('留痕.ndjson'), contents?.seal?.trail, findings)
    checkSealLine(trail.at(-1), results, findings)
  })
  const expectInTrail = (kind: string, value: string, name: string, findings: Findings): void => {
    const values = trail.flatMap(line => (line.kind === kind ? Object.values(line.values ?? {}) : []))
    if (values.length === 0) findings.notes.push(`${name}没有留痕可对`)
    else if (!values.includes(value)) findings.differences.push(`${name}与留痕所记的不同`)
  }
  const inFolder = (folder: string): string[] => [...files.keys()].filter(path => path.startsWith(folder))
  if (inFolder('抽签/').length > 0)
    part('抽签', findings => {
      const held = inFolder('抽签/').map(path => checkDraws(JSON.parse(text(path)), findings))
      for (const { digest } of held) expectInTrail('drawHeld', digest, '抽签的总指纹', findings)
      const draws = held.reduce((all, file) => all + file.draws.length, 0)
      findings.checked.push(`${held.length}场抽签共${draws}次，从名单和种子重新抽取`)
    })
  if (inFolder('计票/').length > 0)
    part('计票', findings => {
      for (const path of inFolder('计票/')) {
        const name = checkPublished(text(path), results?.inputs.facts, findings)
        expectInTrail('ballotsPublished', sha256(files.get(path)!), `“${name}”公布文件的指纹`, findings)
      }
    })
  return { title: contents?.title ?? '案卷', root: contents?.seal?.trail?.root ?? '', parts }
}

/** Counts everything that differs. */
export function countDifferences({ parts }: Verdict): number {
  return parts.reduce((all, { findings }) => all + findings.differences.length, 0)
}

function checkContents(
  contents: Partial<Contents> | undefined,
  files: ReadonlyMap<string, Uint8Array>,
  findings: Findings,
) {
  const { checked, differences } = findings
  if (contents?.format !== 'hengping-case-file/1' || contents.files === undefined)
    return void differences.push('没有目录，或目录读不了：不是案卷')
  const listed = new Map(contents.files.map(file => [file.path, file]))
  for (const { path, title, sha256: hash } of contents.files) {
    const own = files.get(path)
    if (own === undefined) differences.push(`缺少“${path}”（${title}）`)
    else if (sha256(own) !== hash) differences.push(`“${path}”（${title}）与目录上的校验值不符`)
  }
  for (const path of files.keys())
    if (path !== '目录.json' && !listed.has(path)) differences.push(`“${path}”不在目录之中`)
  checked.push(`目录所列${contents.files.length}个文件的校验值`)
}

/** The line of the trail that records the seal names the hashes of what was sealed. */
function checkSealLine(
  line: TrailLine | undefined,
  results: ResultsFile | undefined,
  findings: Findings,
): void {
  if (line?.kind !== 'resultsSealed') return void findings.differences.push('留痕的末条不是封存')
  const names = { scheme: '方案', facts: '事实', history: '历年结果', results: '结果' }
  for (const [key, hash] of Object.entries(results?.hashes ?? {}))
    if (line.values?.[key] !== hash)
      findings.differences.push(`封存时记下的${names[key as keyof typeof names]}校验值与结果文件不同`)
  findings.checked.push('封存时写入留痕的四个校验值')
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}
