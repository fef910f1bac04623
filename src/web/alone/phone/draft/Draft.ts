import type { Points } from '../../../../domain/kernel/points.ts'

/**
 * 核查表草稿: all that an inspector has put down at one unit, kept on the phone from the first tap until the server's receipt has been checked.
 * `id` is the idempotency key as well.
 */
export interface Draft {
  readonly id: string
  readonly assignment: string
  readonly year: number
  readonly unit: string
  readonly unitName: string
  /** whose it is: the account's id and name. */
  readonly account: string
  readonly inspector: string
  /** day of the visit. */
  readonly visitedOn: string
  readonly startedAt: string
  readonly changedAt: string
  readonly findings: readonly DraftFinding[]
  /** rows looked at with nothing found. */
  readonly clean: readonly string[]
  readonly rowNotes: Readonly<Record<string, string>>
  readonly note: string
  readonly inspectorSignature?: Signature
  readonly unitSignature?: UnitSignature
  readonly stage: DraftStage
}

/** 草稿的阶段: being filled; waiting to be sent; refused by the server, to be mended. `perhapsSent`: it may have arrived although no answer came, so it must not change now. */
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

/** 草稿中的一条核查情况. `counted` rules have one each, others as many as were found. */
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

/** 签字: name, and the strokes on glass as a picture (PNG, data address). */
export interface Signature {
  readonly name: string
  readonly picture: string
  readonly signedAt: string
}

/** 单位的签字: on glass, on paper beside it, or refused with what was said. */
export type UnitSignature =
  | ({ readonly kind: 'signed'; readonly post: string } & Signature)
  | { readonly kind: 'paper'; readonly name: string; readonly post: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** 草稿的一张照片, of a row or of the whole sheet: shrunk, without metadata. `file` is the server's name for it once it has arrived. */
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
