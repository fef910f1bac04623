import type { z } from 'zod'
import type { schemeFaultPart } from '../../../contract/scheme/schemeParts.ts'
import { parseScheme } from '../../../contract/scheme/parseScheme.ts'
import { screenSentence } from '../../../contract/scheme/screenSentence.ts'
import { indexNames, type SchemeNames } from '../../../contract/scheme/schemeNames.ts'
import { describePlace } from '../../../contract/scheme/describePlace.ts'
import { locateFault, type LocatedFault } from '../../../files/locatedFault.ts'

/** A fault of a scheme, as the desk shows it. */
type ToldFault = z.output<typeof schemeFaultPart>

/** Describes the faults of any content in file shape; faults before warnings. */
export function describeSchemeFaults(document: unknown): ToldFault[] {
  return judgeScheme(document).faults
}

/** Describes the faults of any content in file shape, and says whether its shape is whole, so that it may be saved. */
export function judgeScheme(document: unknown): { readonly faults: ToldFault[]; readonly whole: boolean } {
  const names = indexNames(document)
  const { scheme, faults } = parseScheme(document)
  const told = faults.map(fault => toldFault(document, locateFault(fault, { file: '' }), names))
  return {
    faults: [
      ...told.filter(fault => fault.severity === 'fault'),
      ...told.filter(fault => fault.severity === 'warning'),
    ],
    whole: scheme !== undefined,
  }
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
