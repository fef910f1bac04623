import { isRefusal } from '../../kernel/refusal.ts'
import { type Hash, fingerprintOf, listHead, listText, parseListText } from './drawList.ts'
import { drawLots } from './drawLots.ts'
import type { DrawRecord } from './drawRecord.ts'
import { seedOf } from './drawSeed.ts'

/** One step in verifying a draw (抽签): list text, heading, fingerprint, seed or drawn lines. `found` is the recorded value, `expected` the computed one. */
export interface DrawCheck {
  readonly step: 'text' | 'head' | 'fingerprint' | 'seed' | 'result'
  readonly isRight: boolean
  readonly found: string
  readonly expected: string
}

/** Verifies a draw (抽签): recomputes a record from its list and seed alone and compares each step. (四（二）) */
export function checkDraw(record: DrawRecord, hash: Hash): readonly DrawCheck[] {
  const { head, lines } = parseListText(record.list)
  const fingerprint = fingerprintOf(record.list, hash)
  const seed = seedOf(record.seedKind, record.seedParts)
  const drawn = drawLots(record.fingerprint, record.seed, lines, record.take, hash)
  return [
    compared('text', record.list, listText(head, lines)),
    compared('head', head ?? '', listHead(record.year, record.unit, record.purpose)),
    compared('fingerprint', record.fingerprint, fingerprint),
    compared('seed', record.seed, isRefusal(seed) ? '' : seed),
    compared(
      'result',
      record.result
        .map(({ place, id, name, branch, hash: key }) => [place, id, name, branch ?? '', key].join(' '))
        .join('\n'),
      drawn
        .map(({ place, line, hash: key }) => [place, line.id, line.name, line.branch ?? '', key].join(' '))
        .join('\n'),
    ),
  ]
}

function compared(step: DrawCheck['step'], found: string, expected: string): DrawCheck {
  return { step, isRight: found === expected, found, expected }
}
