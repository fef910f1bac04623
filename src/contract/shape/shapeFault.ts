import type { Citation } from '../../domain/kernel/citation.ts'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'

/** A shape fault: a value in a file that does not have the required shape. */
export type ShapeFault = { readonly [C in ShapeFaultCode]: ShapeFaultOf<C> }[ShapeFaultCode]

/** A shape fault with the given code. */
interface ShapeFaultOf<C extends ShapeFaultCode> {
  readonly code: C
  readonly path: FaultPath
  readonly values: ShapeFaultValues[C]
  readonly severity: 'fault'
  /** Clause that the place belongs to, where the file cites one. */
  readonly citation?: Citation
}

/** Code of a shape fault. */
export type ShapeFaultCode = keyof ShapeFaultValues

/** Values of each code; `found` is the value in readable words. */
export interface ShapeFaultValues {
  readonly citationMissing: Readonly<Record<never, never>>
  readonly fieldMissing: { readonly field: string }
  readonly fieldUnknown: {
    readonly field: string
    readonly nearest?: string
    readonly known: readonly string[]
  }
  readonly wrongType: { readonly expected: readonly string[]; readonly found: string }
  readonly numberAsText: { readonly found: string; readonly number: number }
  readonly numberWithUnit: { readonly found: string; readonly number: number; readonly unit: string }
  readonly notAmong: {
    /** The field, and the list it stands in: they decide what the words are called. */
    readonly field: string
    readonly around?: string
    readonly found: string
    readonly allowed: readonly (string | number | boolean)[]
    readonly nearest?: string
  }
  readonly notWhole: { readonly found: string }
  readonly notThousandths: { readonly found: string }
  readonly belowLeast: { readonly found: string; readonly least: number }
  readonly aboveMost: { readonly found: string; readonly most: number }
  readonly textTooLong: { readonly most: number }
  readonly listTooLong: { readonly most: number }
  readonly textEmpty: { readonly field: string }
  readonly listEmpty: { readonly field: string }
  readonly notDay: { readonly found: string }
  readonly notPeriod: { readonly found: string }
  readonly notOneMark: Readonly<Record<never, never>>
  readonly moreFailedThanSat: Readonly<Record<never, never>>
}
