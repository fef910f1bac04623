import type { Points } from '../../../../domain/kernel/points.ts'

/**
 * Draft of an inspection sheet (核查表): everything recorded at one unit, kept on the phone from the first
 * tap until the server's receipt has been checked. `id` is also the idempotency key.
 */
export interface Draft {
  readonly id: string
  readonly assignment: string
  readonly year: number
  readonly unit: string
  readonly unitName: string
  /** Owner of the draft: the account's id and name. */
  readonly account: string
  readonly inspector: string
  /** Day of the visit. */
  readonly visitedOn: string
  readonly startedAt: string
  readonly changedAt: string
  readonly findings: readonly DraftFinding[]
  /** Rows inspected without any finding. */
  readonly clean: readonly string[]
  readonly rowNotes: Readonly<Record<string, string>>
  readonly note: string
  readonly inspectorSignature?: Signature
  readonly unitSignature?: UnitSignature
  /** Day of the visit that was signed, where the day was corrected afterwards. */
  readonly signedFor?: string
  /** Names of the signatures that a later change of the content removed: both sides sign again. */
  readonly unsigned?: { readonly inspector?: string; readonly unit?: string }
  /** Name of the account whose draft it was before this account took it over. */
  readonly takenOverFrom?: string
  readonly stage: DraftStage
}

/** Stage of a draft: being filled in, waiting to be sent, or refused by the server and open for correction. `perhapsSent`: it may have arrived although no answer came, so it must not change now. */
export type DraftStage =
  | { readonly kind: 'filling' }
  | {
      readonly kind: 'waiting'
      readonly schemeHash: string
      readonly signedAt: string
      readonly perhapsSent: boolean
      readonly tries: number
      readonly nextAt: number
      readonly trouble?: string
    }
  | { readonly kind: 'refused'; readonly message: string; readonly code: string }

/** One finding in a draft. `counted` rules have one each, others as many as were found. */
export interface DraftFinding {
  readonly id: string
  readonly row: string
  readonly rule: string
  readonly count: number
  readonly amount?: Points
  readonly level?: string
  readonly persons?: number
  readonly occasions?: number
  readonly counter?: string
  readonly multiplier?: string
  readonly note: string
}

/** A signature: the name and the strokes on the screen as a picture (PNG, data URL). */
export interface Signature {
  readonly name: string
  readonly picture: string
  readonly signedAt: string
}

/** The unit's signature: on screen, on paper, or refused with what was said. */
export type UnitSignature =
  | ({ readonly kind: 'signed'; readonly post: string } & Signature)
  | { readonly kind: 'paper'; readonly name: string; readonly post: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** A photo in a draft, of a row or of the whole sheet: shrunk, without metadata. `file` is the server's name for it once it has arrived. */
export interface DraftPhoto {
  readonly id: string
  readonly draft: string
  readonly row?: string
  readonly hash: string
  readonly bytes: ArrayBuffer
  readonly width: number
  readonly height: number
  readonly addedAt: string
  readonly file?: string
}
