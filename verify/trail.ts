import type { Findings } from './findings.ts'
import { canonical, parse, sha256 } from './hash.ts'
import type { Contents, TrailLine } from './shapes.ts'

/** Checks the chain of the trail line by line, through the line of the seal down to its end; returns its lines. */
export function checkTrail(text: string, contents: Partial<Contents>, findings: Findings) {
  const { checked, differences, notes } = findings
  const [seal, end] = [contents.seal?.trail, contents.trail]
  const lines = text.split('\n').flatMap((text, at): readonly TrailLine[] => {
    const line = parse<TrailLine>(text)
    if (line === undefined && text !== '') differences.push(`留痕文件第${at + 1}行读不了`)
    return line === undefined ? [] : [line]
  })
  const readable = lines.filter(line => line.kind !== undefined)
  let before = '0'.repeat(64)
  for (const [at, line] of lines.entries()) {
    const { hash, ...content } = line
    if (line.seq !== at + 1) {
      differences.push(`留痕第${at + 1}条缺失或错序（这里是第${line.seq}条）`)
      break
    }
    if (line.kind !== undefined && line.prev !== before) differences.push(`留痕第${line.seq}条与前一条接不上`)
    if (line.kind !== undefined && sha256(canonical(content)) !== hash)
      differences.push(`留痕第${line.seq}条的内容被改动过`)
    before = hash
  }
  const sealed = lines.find(line => line.seq === seal?.seq)
  if (seal === undefined) notes.push('结果没有封存标记，不能断定留痕是否完整')
  else if (sealed?.hash !== seal.root)
    differences.push(`留痕第${seal.seq}条应是封存，校验值${seal.root.slice(0, 12)}…；文件里没有这一条`)
  const last = lines.at(-1)
  if (end !== undefined && (last?.seq !== end.seq || last.hash !== end.root))
    differences.push(`留痕应止于第${end.seq}条，文件止于第${last?.seq ?? 0}条`)
  notes.push(`留痕止于第${last?.seq ?? 0}条，校验值${last?.hash}；封存以后的公文等以系统里的这一条为准`)
  const later = lines.findLast(line => line.kind === 'resultsSealed' && line.seq > (seal?.seq ?? 0))
  if (later !== undefined) notes.push(`此后又封存过，以第${later.values?.['number']}次封存的结果为准`)
  checked.push(`留痕${lines.length}条，其中${readable.length}条连内容逐条重算`)
  if (readable.length < lines.length)
    notes.push(`留痕有${lines.length - readable.length}条不属于本年度或不宜带出，只带校验值，内容没有核对`)
  return lines
}
