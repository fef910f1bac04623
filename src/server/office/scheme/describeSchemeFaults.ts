import type { z } from 'zod'
import type { schemeFaultPart } from '../../../contract/scheme/schemeParts.ts'
import { parseScheme } from '../../../contract/scheme/parseScheme.ts'
import { screenSentence } from '../../../contract/scheme/screenSentence.ts'
import { indexNames, type SchemeNames } from '../../../contract/scheme/schemeNames.ts'
import { describePlace } from '../../../contract/scheme/describePlace.ts'
import { locateFault, type LocatedFault } from '../../../files/locatedFault.ts'

/** A fault of a scheme, as the desk shows it. */
export type ToldFault = z.output<typeof schemeFaultPart>

/** Describes the faults of any content in file shape; faults before warnings. */
export function describeSchemeFaults(document: unknown): ToldFault[] {
  const names = indexNames(document)
  const faults = parseScheme(document).faults.map(fault =>
    toldFault(document, locateFault(fault, { file: '' }), names),
  )
  return [
    ...faults.filter(fault => fault.severity === 'fault'),
    ...faults.filter(fault => fault.severity === 'warning'),
  ]
}

/** Describes one fault for forms, which use `names` instead of file keys; without them, in the file's own words and with its line. */
export function toldFault(document: unknown, fault: LocatedFault, names?: SchemeNames): ToldFault {
  const { code, severity, path, citation, file, line, column } = fault
  const { wrong, remedy } =
    names === undefined ? fault.sentence : screenSentence(names, fault.sentence, fault.values)
  return {
    code,
    severity,
    path: [...path],
    place: describePlace(document, path),
    citation,
    wrong,
    remedy,
    ...(names === undefined ? { file, line, column } : {}),
  }
}
