import type { Quarter } from '../../kernel/calendar.ts'
import type { DrawPurpose } from './drawPurpose.ts'
import type { SeedKind, SeedPart } from './drawSeed.ts'

/** 抽中的一行, as a record has it. */
export interface DrawnLine {
  readonly place: number
  readonly id: string
  readonly name: string
  readonly branch?: string
  readonly hash: string
}

/** 抽签记录 of one unit and purpose: all that is needed to repeat the draw, and who did what when. */
export interface DrawRecord {
  readonly year: number
  readonly quarter: Quarter
  readonly unit: string
  readonly unitName: string
  readonly purpose: DrawPurpose
  /** 第几次抽取 for this unit, quarter and purpose; from the second on with a reason. */
  readonly number: number
  readonly reason?: string
  /** 名单的规范文本. */
  readonly list: string
  readonly fingerprint: string
  readonly frozenBy: string
  readonly frozenAt: string
  readonly seedKind: SeedKind
  readonly seedParts: readonly SeedPart[]
  readonly seed: string
  readonly take: number
  readonly result: readonly DrawnLine[]
  readonly heldBy: string
  readonly heldAt: string
}
