import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** The kind of seed (种子): dice throws, or one number from each of two parties. */
export type SeedKind = 'dice' | 'parties'

/** One part of a seed (种子): the throw or number, and the person who gave it. */
export interface SeedPart {
  readonly by: string
  readonly text: string
}

/** The least and most throws of the dice (骰子). */
const diceThrows = { least: 8, most: 100 } as const

/** The least and most digits (位数) of each party's number. */
const partyDigits = { least: 4, most: 20 } as const

/** Normalises digits (数字): converts full-width ones and removes spaces and separators. */
function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s,，、.。·-]/g, '')
}

/**
 * Returns the seed (种子): the dice digits in the order thrown, or the two parties' numbers joined by a
 * hyphen; leading zeros are kept. `drawSeedMissing`, `drawDiceWrong`, `drawNumberWrong`. (四（二）)
 */
export function seedOf(kind: SeedKind, parts: readonly SeedPart[]): string | Refusal {
  const texts = parts.map(part => plainDigits(part.text))
  if (texts.length !== (kind === 'dice' ? 1 : 2) || texts.includes(''))
    return refuse('drawSeedMissing', { kind })
  if (kind === 'dice') {
    const [thrown = ''] = texts
    const isRight =
      /^[1-6]+$/.test(thrown) && thrown.length >= diceThrows.least && thrown.length <= diceThrows.most
    return isRight ? thrown : refuse('drawDiceWrong', diceThrows)
  }
  const wrong = texts.findIndex(
    text => !/^\d+$/.test(text) || text.length < partyDigits.least || text.length > partyDigits.most,
  )
  return wrong === -1 ? texts.join('-') : refuse('drawNumberWrong', { by: parts[wrong]!.by, ...partyDigits })
}
