import type { Citation } from '../kernel/citation.ts'
import type { SchemeFaultValues } from './schemeFaultValues.ts'

/** 方案错误: one fault of a scheme, where it lies (keys and indexes from the top of the file), its numbers and, where one applies, the clause. */
export type SchemeFault = { readonly [C in SchemeFaultCode]: SchemeFaultOf<C> }[SchemeFaultCode]

/** 某一代码的方案错误. */
export interface SchemeFaultOf<C extends SchemeFaultCode> {
  readonly code: C
  readonly path: FaultPath
  readonly values: SchemeFaultValues[C]
  /** a fault blocks promulgation, a warning does not. */
  readonly severity: 'fault' | 'warning'
  readonly citation?: Citation
}

/** 方案错误代码. */
export type SchemeFaultCode = keyof SchemeFaultValues

/** 位置: keys and indexes from the top of the file. In what a check has read, `*` stands for any index. */
export type FaultPath = readonly (string | number)[]

/** 查出的错误, with the places whose values led to it: when one of them is broken, the finding says nothing. */
export type Found = {
  readonly [C in SchemeFaultCode]: SchemeFaultOf<C> & { readonly reads: readonly FaultPath[] }
}[SchemeFaultCode]

/** 只作提醒的代码: what a notice may really mean, so it does not block. */
const WARNING_CODES: ReadonlySet<SchemeFaultCode> = new Set<SchemeFaultCode>([
  'rowOutOfReach',
  'rowWithoutRules',
  'bandsOverlap',
  'voidNeverActs',
  'rangeStepUneven',
])

/** 记下一个错误 at `path`; `reads` names what it was read from when that is more than the path itself. */
export function found<C extends SchemeFaultCode>(
  code: C,
  path: FaultPath,
  values: SchemeFaultValues[C],
  more: { readonly citation?: Citation; readonly reads?: readonly FaultPath[] } = {},
): Found {
  const severity = WARNING_CODES.has(code) ? 'warning' : 'fault'
  const reads = more.reads ?? [path]
  const fault = {
    code,
    path,
    values,
    severity,
    reads,
    citation: more.citation,
  }
  return fault as unknown as Found
}
