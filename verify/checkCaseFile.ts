import { checkPublished } from './ballots.ts'
import { checkResults, HASHED } from './checkResults.ts'
import { checkDraws } from './draws.ts'
import { type Findings, noFindings, type Verdict } from './findings.ts'
import { parse, sha256 } from './hash.ts'
import type { Contents, ResultsFile, TrailLine } from './shapes.ts'
import { checkTrail } from './trail.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** Checks a case file: its list of contents, then each part by its own computation. Never throws for what is in it. */
export function checkCaseFile(files: Files): Verdict {
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
  const inFolder = (folder: string): string[] => [...files.keys()].filter(path => path.startsWith(folder))
  const contents = parse<Partial<Contents>>(text('目录.json'))
  const results = parse<ResultsFile>(text('结果.json'))
  let trail: readonly TrailLine[] = []
  part('目录', findings => checkContents(contents, files, findings))
  part('结果', findings => {
    if (results === undefined) return void findings.differences.push('没有结果文件，或读不了')
    checkResults(results, findings)
    const [own, told] = [results.seal, contents?.seal]
    if (own?.number !== told?.number || own?.trail.root !== told?.trail.root)
      findings.differences.push('结果文件的封存标记与目录不同')
  })
  part('留痕', findings => {
    const seal = contents?.seal?.trail
    trail = checkTrail(text('留痕.ndjson'), contents ?? {}, findings)
    checkSealLine(
      trail.find(line => line.seq === seal?.seq),
      results,
      findings,
    )
  })
  const expectNoted = (kind: string, value: string, name: string, findings: Findings): void => {
    const noted = trail.flatMap(line => (line.kind === kind ? Object.values(line.values ?? {}) : []))
    if (noted.length === 0) findings.notes.push(`${name}没有留痕可对`)
    else if (!noted.includes(value)) findings.differences.push(`${name}与留痕所记的不同`)
  }
  if (inFolder('抽签/').length > 0)
    part('抽签', findings => {
      const held = inFolder('抽签/').map(path => checkDraws(JSON.parse(text(path)), findings))
      for (const { digest } of held) expectNoted('drawHeld', digest, '抽签的总指纹', findings)
      const draws = held.reduce((all, file) => all + file.draws.length, 0)
      findings.checked.push(`${held.length}场抽签共${draws}次，从名单和种子重新抽取`)
    })
  if (inFolder('计票/').length > 0)
    part('计票', findings => {
      for (const path of inFolder('计票/')) {
        const name = checkPublished(text(path), results?.inputs.facts, findings)
        expectNoted('ballotsPublished', sha256(files.get(path)!), `“${name}”公布文件的指纹`, findings)
      }
    })
  const issued = trail.filter(line => line.kind === 'documentIssued')
  if (inFolder('公文/').length + issued.length > 0)
    part('公文', ({ checked, differences }) => {
      const hashes = new Map(inFolder('公文/').map(path => [sha256(files.get(path)!), path]))
      for (const { values } of issued)
        if (!hashes.delete(String(values?.['hash'])))
          differences.push(`印发过“${values?.['number']} ${values?.['title']}”，案卷里没有它的原件`)
      for (const path of hashes.values()) differences.push(`“${path}”不是留痕所记印发的公文`)
      checked.push(`${issued.length}件公文的原件与印发时的留痕`)
    })
  return { title: contents?.title ?? '案卷', root: contents?.seal?.trail?.root ?? '', parts }
}

function checkContents(contents: Partial<Contents> | undefined, files: Files, findings: Findings): void {
  const { checked, differences } = findings
  if (contents?.format !== 'hengping-case-file/1' || contents.files === undefined)
    return void differences.push('没有目录，或目录读不了：不是案卷')
  for (const { path, title, sha256: hash } of contents.files) {
    const own = files.get(path)
    if (own === undefined) differences.push(`缺少“${path}”（${title}）`)
    else if (sha256(own) !== hash) differences.push(`“${path}”（${title}）与目录上的校验值不符`)
  }
  const listed = new Set(['目录.json', ...contents.files.map(({ path }) => path)])
  for (const path of files.keys()) if (!listed.has(path)) differences.push(`“${path}”不在目录之中`)
  checked.push(`目录所列${contents.files.length}个文件的校验值`)
}

/** The line of the trail that records the seal names the hashes of what was sealed. */
function checkSealLine(
  line: TrailLine | undefined,
  results: ResultsFile | undefined,
  findings: Findings,
): void {
  if (line?.kind !== 'resultsSealed') return void findings.differences.push('留痕里没有这次封存')
  for (const [key, hash] of Object.entries(results?.hashes ?? {}))
    if (line.values?.[key] !== hash)
      findings.differences.push(`封存时记下的${HASHED[key]}校验值与结果文件不同`)
  findings.checked.push('封存时写入留痕的四个校验值')
}
