import { isRefusal } from '../../kernel/refusal.ts'
import { type Hash, fingerprintOf, listHead, listText, parseListText } from './drawList.ts'
import { drawLots } from './drawLots.ts'
import type { DrawRecord } from './drawRecord.ts'
import { seedOf } from './drawSeed.ts'

/** 核验的一步: the list's text, whose list it is, its fingerprint, the seed, who is drawn. `found` stands in the record, `expected` comes out of the computation. */
export interface DrawCheck {
  readonly step: 'text' | 'head' | 'fingerprint' | 'seed' | 'result'
  readonly isRight: boolean
  readonly found: string
  readonly expected: string
}

/** 抽签的核验: computes a record anew from its list and seed alone, and compares step by step. (四（二）) */
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
