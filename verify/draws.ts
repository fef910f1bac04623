import type { Findings } from './findings.ts'
import { sha256 } from './hash.ts'
import type { DrawFile, DrawPart } from './shapes.ts'

const PURPOSES = { branch: '党支部', member: '党员' }

/** Repeats every draw of a record from its list and the seed alone (四（二）); returns its digest and seed. */
export function checkDraws(file: DrawFile, findings: Findings): string {
  const wrong = (text: string): void => void findings.differences.push(text)
  const rows = file.parts.map(row)
  if (sha256(rows.join('')) !== file.digest) wrong('抽签的总指纹与各单位名单的指纹不符')
  for (const draw of file.draws) {
    const name = `${draw.unitName}抽取${PURPOSES[draw.purpose]}`
    const fingerprint = sha256(draw.list)
    const [head = '', ...lines] = draw.list.split('\n').filter(line => line !== '')
    const seed = draw.seedParts.map(({ text }) => text.normalize('NFKC').replace(/\D/g, '')).join('-')
    if (fingerprint !== draw.fingerprint) wrong(`${name}：名单的指纹不符，名单被改动过`)
    if (head !== `#${draw.year}\t${draw.unit}\t${PURPOSES[draw.purpose]}`)
      wrong(`${name}：名单不是这个单位这一年的`)
    if (!rows.includes(row(draw))) wrong(`${name}：不在冻结的名单之中`)
    if (seed !== draw.seed) wrong(`${name}：种子与各方给出的数字不符`)
    if (draw.seedKind === 'dice' && !/^[1-6]{8,}$/.test(seed)) wrong(`${name}：骰子点数不对或不足8次`)
    const lotOf = (line: string): string => sha256(`${fingerprint}:${seed}:${line.split('\t')[0]}`)
    const lots = lines.map(line => `${lotOf(line)} ${line}`).toSorted()
    const drawn = lots.slice(0, draw.take).map(lot => lot.slice(lot.indexOf(' ') + 1))
    const said = draw.result.map(({ id, name: called, branch }) =>
      [id, called, ...(branch === undefined ? [] : [branch])].join('\t'),
    )
    if (drawn.join('\n') !== said.join('\n')) wrong(`${name}：重新抽取的结果与记录不同`)
  }
  const held = new Set(file.draws.map(row))
  for (const [at, { unit }] of file.parts.entries())
    if (!held.has(rows[at]!)) wrong(`${unit}：冻结了名单，没有抽签`)
  findings.checked.push(`${file.draws.length}次抽签，从名单和种子重新抽取`)
  return `${file.digest} ${[...new Set(file.draws.map(({ seed }) => seed))]}`
}

function row({ unit, purpose, take, fingerprint }: DrawPart): string {
  return `${unit}\t${PURPOSES[purpose]}\t${take}\t${fingerprint}\n`
}
