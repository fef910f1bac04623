import { formatName } from '../contract/shape/fileFormats.ts'
import { parseScheme } from '../contract/scheme/parseScheme.ts'
import { schemeSchema } from '../contract/scheme/schemeSchema.ts'
import { compareIds } from '../domain/kernel/ids.ts'
import type { Ruling } from '../domain/scheme/ruling.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { FaultPath } from '../domain/scheme/schemeFault.ts'
import type { FileBytes } from './decodeText.ts'
import { type LocatedFault, locateFault, locateTextFault, type Place } from './locatedFault.ts'
import { type ReadYaml, readYaml } from './readYaml.ts'

/** The result of reading a scheme. It may be used for scoring when `scheme` is present and `faults` holds no fault (warnings do not count). */
export interface SchemeReading {
  /** present when all files have the right shape, even with faults of meaning. */
  readonly scheme?: Scheme
  /** ordered by file and line. */
  readonly faults: readonly LocatedFault[]
  /** assumed rulings (口径), not yet confirmed, with their places. */
  readonly assumed: readonly (Place & { readonly ruling: Ruling })[]
}

/** Reads a scheme from its files: scheme.yaml and rubric.yaml of a folder, or one file that holds all. Reports every fault at once; never throws. (三（一）) */
export function readScheme(files: readonly FileBytes[]): SchemeReading {
  const parts = files.map(readYaml)
  const others = parts.flatMap(otherFile)
  if (others.length > 0) return { faults: others, assumed: [] }
  const raw: Record<string, unknown> = {}
  const owner = new Map<string, ReadYaml>()
  const faults = parts.flatMap(part => part.faults)
  for (const part of parts) {
    for (const [key, value] of Object.entries(part.fields ?? {})) {
      const other = owner.get(key)
      if (other !== undefined)
        faults.push(locateTextFault('keyInTwoFiles', { key, other: other.file }, part.place([key])))
      else {
        owner.set(key, part)
        raw[key] = value
      }
    }
  }
  const parsed = parseScheme(raw, unreadKeys(parts, raw))
  const place = (path: FaultPath): Place =>
    (owner.get(String(path[0])) ?? parts[0])?.place(path) ?? { file: '' }
  faults.push(...parsed.faults.map(fault => locateFault(fault, place(fault.path))))
  const assumed = (parsed.scheme?.rulings ?? []).flatMap((ruling, at) =>
    ruling.state === 'assumed' ? [{ ...place(['rulings', at]), ruling }] : [],
  )
  const isWhole = parsed.scheme !== undefined && parts.every(part => part.fields !== undefined)
  return { ...(isWhole ? { scheme: parsed.scheme! } : {}), faults: inOrder(faults, files), assumed }
}

/** Recognizes another of our file types given as a scheme: one fault, instead of one per key. */
function otherFile({ fields, place }: ReadYaml): readonly LocatedFault[] {
  const name = formatName(fields?.format)
  return name === undefined ? [] : [locateTextFault('otherFormat', { name }, place(['format']))]
}

/** Returns the keys that an unreadable file may have held: all that the other files do not hold. */
function unreadKeys(parts: readonly ReadYaml[], raw: Readonly<Record<string, unknown>>): readonly string[] {
  if (parts.every(part => part.fields !== undefined)) return []
  return Object.keys(schemeSchema.shape).filter(key => !Object.hasOwn(raw, key))
}

function inOrder(faults: readonly LocatedFault[], files: readonly FileBytes[]): readonly LocatedFault[] {
  const order = new Map(files.map(({ file }, at) => [file, at]))
  return faults.toSorted(
    (one, other) =>
      (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) ||
      (one.line ?? 0) - (other.line ?? 0) ||
      (one.column ?? 0) - (other.column ?? 0) ||
      compareIds(one.code, other.code),
  )
}
