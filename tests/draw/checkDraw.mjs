// Repeats draws with nothing but Node: node checkDraw.mjs 抽签记录.json. The twin of docs/draw-check.py for machines without Python; imports nothing of ours.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = text => createHash('sha256').update(text, 'utf8').digest('hex')

function repeat(draw) {
  const fingerprint = sha256(draw.list)
  const lines = draw.list.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  const seed = draw.seedParts.map(part => part.text.normalize('NFKC').replace(/\D/g, '')).join('-')
  const lots = lines.map(line => [sha256(`${fingerprint}:${seed}:${line.split('\t')[0]}`), line])
  lots.sort(([one, line], [other, otherLine]) =>
    one < other ? -1 : one > other ? 1 : line < otherLine ? -1 : 1,
  )
  return JSON.stringify([fingerprint, seed, lots.slice(0, draw.take).map(([, line]) => line)])
}

const { draws } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const told = ({ fingerprint, seed, result }) =>
  JSON.stringify([
    fingerprint,
    seed,
    result.map(line => [line.id, line.name, line.branch].filter(Boolean).join('\t')),
  ])
const wrong = draws.filter(draw => repeat(draw) !== told(draw))
for (const draw of wrong)
  console.log('differs:', draw.unit, draw.purpose, draw.quarter, 'recomputed', repeat(draw))
console.log(`${draws.length} draws, ${wrong.length} differ`)
process.exit(wrong.length > 0 ? 1 : 0)
