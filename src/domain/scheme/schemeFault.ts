import type { Citation } from '../kernel/citation.ts'
import type { SchemeFaultValues } from './schemeFaultValues.ts'

/** A fault of a scheme (方案错误): its place (keys and indexes from the top of the file), its numbers and, where one applies, the clause. */
export type SchemeFault = { readonly [C in SchemeFaultCode]: SchemeFaultOf<C> }[SchemeFaultCode]

/** A fault of a scheme (方案错误) with one code. */
interface SchemeFaultOf<C extends SchemeFaultCode> {
  readonly code: C
  readonly path: FaultPath
  readonly values: SchemeFaultValues[C]
  /** The severity: a fault blocks promulgation, a warning does not. */
  readonly severity: 'fault' | 'warning'
  readonly citation?: Citation
}

/** The code of a scheme fault (方案错误代码). */
export type SchemeFaultCode = keyof SchemeFaultValues

/** A place in the file (位置): keys and indexes from the top. In what a check has read, `*` stands for any index. */
export type FaultPath = readonly (string | number)[]

/** A fault found by a check (查出的错误), with the places whose values led to it; if one of them is broken, it is not reported. */
export type Found = {
  readonly [C in SchemeFaultCode]: SchemeFaultOf<C> & { readonly reads: readonly FaultPath[] }
}[SchemeFaultCode]

/** The codes that only warn, since the notice may really mean it. */
const WARNING_CODES: ReadonlySet<SchemeFaultCode> = new Set<SchemeFaultCode>([
  'rowOutOfReach',
  'rowWithoutRules',
  'bandsOverlap',
  'voidNeverActs',
  'rangeStepUneven',
  'bandsTurn',
  'bonusCapLow',
  'highestOnlyIdle',
  'gradePointsEqual',
  'gradeBeyondBase',
  'weightsMixed',
  'weightsIdle',
  'rubricTwice',
  'sectionEmpty',
  'idUnused',
  'rulingIdle',
  'rulingUsual',
  'yearDiffers',
  'followUpUnsaid',
])

/** Creates a fault (错误) at `path`; `reads` names what it was read from if that is more than the path. */
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
