import type { Findings } from './findings.ts'
import { canonical, sha256 } from './hash.ts'

/** A line of the trail as a case file carries it: whole, or only its number and hash where its content stays in the office. */
export interface TrailLine {
  readonly seq: number
  readonly hash: string
  readonly prev?: string
  readonly kind?: string
  readonly year?: number | null
  readonly values?: Readonly<Record<string, unknown>>
}

/** Where the trail must end: the line that records the seal. */
export interface TrailEnd {
  readonly seq: number
  readonly root: string
}

/** Checks the chain of the trail line by line down to the line of the seal; returns the lines that could be read. */
export function checkTrail(
  text: string,
  end: TrailEnd | undefined,
  findings: Findings,
): readonly TrailLine[] {
  const { checked, differences, notes } = findings
  const lines: TrailLine[] = []
  for (const [at, one] of text.split('\n').entries()) {
    if (one === '') continue
    try {
      lines.push(JSON.parse(one) as TrailLine)
    } catch {
      differences.push(`留痕文件第${at + 1}行读不了`)
    }
  }
  const readable = lines.filter(line => line.kind !== undefined)
  let before = '0'.repeat(64)
  for (const [at, line] of lines.entries()) {
    const { hash, ...content } = line
    if (line.seq !== at + 1) {
      differences.push(`留痕第${at + 1}条缺失或错序（这里是第${line.seq}条）`)
      break
    }
    if (line.kind !== undefined) {
      if (line.prev !== before) differences.push(`留痕第${line.seq}条与前一条接不上`)
      if (sha256(canonical(content)) !== hash) differences.push(`留痕第${line.seq}条的内容被改动过`)
    }
    before = hash
  }
  const last = lines.at(-1)
  if (end === undefined) notes.push('结果没有封存标记，不能断定留痕末尾是否被截去')
  else if (last?.seq !== end.seq || last.hash !== end.root)
    differences.push(
      `留痕应止于第${end.seq}条，校验值${end.root.slice(0, 12)}…；文件止于第${last?.seq ?? 0}条`,
    )
  checked.push(`留痕${lines.length}条，其中${readable.length}条连内容逐条重算`)
  if (readable.length < lines.length)
    notes.push(`留痕有${lines.length - readable.length}条不属于本年度或不宜带出，只带校验值，内容没有核对`)
  return readable
}
