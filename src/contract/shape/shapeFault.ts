import type { Citation } from '../../domain/kernel/citation.ts'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'

/** 格式错误: a value of a file that does not have the shape its place asks for. */
export type ShapeFault = { readonly [C in ShapeFaultCode]: ShapeFaultOf<C> }[ShapeFaultCode]

/** 某一代码的格式错误. */
export interface ShapeFaultOf<C extends ShapeFaultCode> {
  readonly code: C
  readonly path: FaultPath
  readonly values: ShapeFaultValues[C]
  readonly severity: 'fault'
  /** the clause that the place lies under, where a file cites any. */
  readonly citation?: Citation
}

/** 格式错误代码. */
export type ShapeFaultCode = keyof ShapeFaultValues

/** 各代码所带的数值; `found` is the value as a person would say it. */
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
  readonly notAmong: {
    readonly found: string
    readonly allowed: readonly (string | number | boolean)[]
    readonly nearest?: string
  }
  readonly notWhole: { readonly found: string }
  readonly notThousandths: { readonly found: string }
  readonly belowLeast: { readonly found: string; readonly least: number }
  readonly aboveMost: { readonly found: string; readonly most: number }
  readonly textEmpty: { readonly field: string }
  readonly listEmpty: { readonly field: string }
  readonly notDay: { readonly found: string }
  readonly notPeriod: { readonly found: string }
  readonly notOneMark: Readonly<Record<never, never>>
  readonly moreFailedThanSat: Readonly<Record<never, never>>
}
