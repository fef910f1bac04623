import { refuse, type Refusal } from '../../kernel/refusal.ts'

/** 种子的由来: throws of dice, or one number from each of two parties. */
export type SeedKind = 'dice' | 'parties'

/** 种子的一部分: what was thrown or named, and by whom. */
export interface SeedPart {
  readonly by: string
  readonly text: string
}

/** 骰子至少掷多少次, and at most. */
export const diceThrows = { least: 8, most: 100 } as const

/** 各方所报数字的位数. */
export const partyDigits = { least: 4, most: 20 } as const

/** 数字的写法: full-width digits as plain ones, no spaces or other marks between them. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s,，、.。·-]/g, '')
}

/**
 * 种子: the digits of the dice in the order thrown, or the two numbers in the order of the parties with a hyphen between; leading zeros stay.
 * `drawSeedMissing`, `drawDiceWrong`, `drawNumberWrong`. (四（二）)
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
