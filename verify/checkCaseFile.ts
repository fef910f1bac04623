import { type PublishedFile, checkPublished } from './ballots.ts'
import { checkResults } from './checkResults.ts'
import { checkDraws, type DrawFile } from './draws.ts'
import { type Findings, noFindings } from './findings.ts'
import { sha256 } from './hash.ts'
import type { ResultsFile } from './shapes.ts'
import { checkTrail, type TrailLine } from './trail.ts'

/** The list of contents that a case file carries (目录.json). */
export interface Contents {
  readonly format: string
  readonly title: string
  readonly year: number
  readonly seal: { readonly number: number; readonly trail: { readonly seq: number; readonly root: string } }
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
    } catch (error) {
      findings.differences.push(`内容残缺，核对不下去（${(error as Error).message}）`)
    }
    parts.push({ title, findings })
  }
  const text = (path: string): string =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(files.get(path))
  const contents = files.has('目录.json') ? parse<Contents>(text('目录.json')) : undefined
  part('目录', findings => checkContents(contents, files, findings))
  const results = files.has('结果.json')
    ? parse<ResultsFile & { seal?: Contents['seal'] }>(text('结果.json'))
    : undefined
  part('结果', findings => {
    if (results === undefined) return void findings.differences.push('没有结果文件，或读不了')
    const found = checkResults(results)
    for (const key of ['checked', 'differences', 'notes'] as const) findings[key].push(...found[key])
    const [own, told] = [results.seal, contents?.seal]
    if (own?.number !== told?.number || own?.trail.root !== told?.trail.root)
      findings.differences.push('结果文件的封存标记与目录不同')
  })
  let trail: readonly TrailLine[] = []
  if (files.has('留痕.ndjson'))
    part('留痕', findings => {
      trail = checkTrail(text('留痕.ndjson'), contents?.seal.trail, findings)
      checkSealLine(trail, results, findings)
    })
  const in_ = (folder: string): string[] =>
    [...files.keys()].filter(path => path.startsWith(folder)).toSorted()
  if (in_('抽签/').length > 0)
    part('抽签', findings => {
      for (const path of in_('抽签/')) {
        const file = JSON.parse(text(path)) as DrawFile
        checkDraws(file, findings)
        expectInTrail(trail, 'drawHeld', 'digest', file.digest, '抽签的总指纹', findings)
      }
    })
  if (in_('计票/').length > 0)
    part('计票', findings => {
      for (const path of in_('计票/')) {
        checkPublished(text(path), results?.inputs.facts, findings)
        const { meeting } = JSON.parse(text(path)) as PublishedFile
        expectInTrail(
          trail,
          'ballotsPublished',
          'hash',
          sha256(files.get(path)!),
          `“${meeting.name}”公布文件的指纹`,
          findings,
        )
      }
    })
  return { title: contents?.title ?? '案卷', root: contents?.seal.trail.root ?? '', parts }
}

/** Counts everything that differs. */
export function countDifferences({ parts }: Verdict): number {
  return parts.reduce((all, { findings }) => all + findings.differences.length, 0)
}

function checkContents(
  contents: Contents | undefined,
  files: ReadonlyMap<string, Uint8Array>,
  { checked, differences }: Findings,
): void {
  if (contents?.format !== 'hengping-case-file/1')
    return void differences.push('没有目录，或目录读不了：不是案卷')
  const listed = new Set(['目录.json'])
  for (const { path, title, sha256: hash } of contents.files) {
    listed.add(path)
    const own = files.get(path)
    if (own === undefined) differences.push(`缺少“${path}”（${title}）`)
    else if (sha256(own) !== hash) differences.push(`“${path}”（${title}）与目录上的校验值不符`)
  }
  for (const path of files.keys()) if (!listed.has(path)) differences.push(`“${path}”不在目录之中`)
  checked.push(`目录所列${contents.files.length}个文件的校验值`)
}

/** The line of the trail that records the seal names the hashes of what was sealed. */
function checkSealLine(
  trail: readonly TrailLine[],
  results: ResultsFile | undefined,
  { checked, differences }: Findings,
): void {
  const line = trail.at(-1)
  if (line?.kind !== 'resultsSealed') return void differences.push('留痕的末条不是封存')
  if (results === undefined) return
  for (const [key, name] of Object.entries({
    scheme: '方案',
    facts: '事实',
    history: '历年结果',
    results: '结果',
  }))
    if (line.values?.[key] !== results.hashes[key as keyof ResultsFile['hashes']])
      differences.push(`封存时记下的${name}校验值与结果文件不同`)
  checked.push('封存时写入留痕的四个校验值')
}

function expectInTrail(
  trail: readonly TrailLine[],
  kind: string,
  field: string,
  value: string,
  name: string,
  findings: Findings,
): void {
  const lines = trail.filter(line => line.kind === kind)
  if (lines.length === 0) findings.notes.push(`${name}没有留痕可对`)
  else if (!lines.some(line => line.values?.[field] === value))
    findings.differences.push(`${name}与留痕所记的不同`)
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}
