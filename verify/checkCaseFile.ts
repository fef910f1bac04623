import { checkPublished } from './ballots.ts'
import { checkResults, HASHED, quarterName } from './checkResults.ts'
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
    const { cycle, title } = results.inputs.scheme
    if (contents?.year !== cycle || contents.title !== title)
      findings.differences.push('目录上的年度或名称与方案不同')
  })
  part('留痕', findings => {
    const seal = contents?.seal?.trail
    trail = checkTrail(text('留痕.ndjson'), contents ?? {}, findings)
    const line = trail.find(line => line.seq === seal?.seq)
    checkSealLine(line, results, findings)
  })
  /** Checks the files of a folder, each by a check of its own that returns its mark, against the lines of the trail that note them; a file without a line, or a line without a file, is a fault. */
  const folder = (title: string, kind: string, mark: (path: string, findings: Findings) => string): void => {
    const paths = inFolder(`${title}/`)
    // What a meeting publishes anew counts as it was noted last.
    const lines = trail.flatMap(({ values, ...line }) =>
      line.kind === kind && values ? [{ seq: line.seq, values }] : [],
    )
    const noted = [...new Map(lines.map(line => [line.values['meeting'] ?? line.seq, line])).values()]
    if (paths.length + noted.length === 0) return
    part(title, findings => {
      const own = new Map(paths.map(path => [mark(path, findings), path]))
      for (const { seq, values } of noted) {
        const key = values['digest'] ? `${values['digest']} ${values['seed']}` : String(values['hash'])
        if (own.delete(key)) continue
        const name = values['title'] ?? values['meeting'] ?? quarterName(values['quarter'])
        findings.differences.push(`留痕第${seq}条记有“${name}”，案卷里没有相符的文件`)
      }
      for (const path of own.values())
        if (noted.length === 0 && title === '抽签') findings.notes.push(`“${path}”没有留痕可对`)
        else findings.differences.push(`“${path}”与留痕所记的不同`)
      findings.checked.push(`${paths.length}个${title}文件与留痕`)
    })
  }
  folder('抽签', 'drawHeld', (path, findings) => checkDraws(JSON.parse(text(path)), findings))
  folder('计票', 'ballotsPublished', (path, findings) => {
    checkPublished(text(path), results?.inputs.facts, findings)
    return sha256(files.get(path)!)
  })
  folder('公文', 'documentIssued', path => sha256(files.get(path)!))
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
  const { number, by } = results?.seal ?? {}
  if (line.values?.['number'] !== number || line.actorName !== by)
    findings.differences.push('封存次数或封存人与留痕所记的不同')
  for (const [key, hash] of Object.entries(results?.hashes ?? {}))
    if (line.values?.[key] !== hash)
      findings.differences.push(`封存时记下的${HASHED[key]}校验值与结果文件不同`)
  findings.checked.push('封存时写入留痕的四个校验值')
}
