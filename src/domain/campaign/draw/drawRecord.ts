import type { Quarter } from '../../kernel/calendar.ts'
import type { DrawPurpose } from './drawPurpose.ts'
import type { SeedKind, SeedPart } from './drawSeed.ts'

/** One drawn line (抽中), as recorded. */
export interface DrawnLine {
  readonly place: number
  readonly id: string
  readonly name: string
  readonly branch?: string
  readonly hash: string
}

/** The record of a draw (抽签记录) for one unit and purpose: everything needed to repeat it, and who did what when. */
export interface DrawRecord {
  readonly year: number
  readonly quarter: Quarter
  readonly unit: string
  readonly unitName: string
  readonly purpose: DrawPurpose
  /** The number of this draw for its unit, quarter and purpose; from the second on a reason is required. */
  readonly number: number
  readonly reason?: string
  /** The canonical text of the list. */
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
