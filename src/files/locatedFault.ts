import type { FaultSentence } from '../contract/scheme/faultSentence.ts'
import { schemeFaultSentences } from '../contract/scheme/schemeFaultSentences.ts'
import type { ShapeFault } from '../contract/shape/shapeFault.ts'
import { shapeFaultSentences } from '../contract/shape/shapeFaultSentences.ts'
import {
  type TextFault,
  type TextFaultCode,
  type TextFaultValues,
  textFaultSentences,
} from '../contract/shape/textFault.ts'
import type { FaultPath, SchemeFault } from '../domain/scheme/schemeFault.ts'

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** A fault with its place: code and values for programs, the sentence for people, and the place in the file. */
export interface LocatedFault extends Place {
  readonly code: (SchemeFault | ShapeFault | TextFault)['code']
  readonly severity: 'fault' | 'warning'
  readonly citation?: string
  readonly path: FaultPath
  readonly values: object
  readonly sentence: FaultSentence
}

/** Locates a fault of the contents. */
export function locateFault(fault: SchemeFault | ShapeFault, place: Place): LocatedFault {
  const sentences = { ...schemeFaultSentences, ...shapeFaultSentences } as unknown as Readonly<
    Record<string, (values: object) => FaultSentence>
  >
  return { ...place, ...fault, sentence: sentences[fault.code]!(fault.values) }
}

/** Locates a fault of the text. */
export function locateTextFault<C extends TextFaultCode>(
  code: C,
  values: TextFaultValues[C],
  place: Place,
): LocatedFault {
  const severity = code === 'fileHasBom' ? 'warning' : 'fault'
  return { ...place, code, severity, path: [], values, sentence: textFaultSentences[code](values) }
}
