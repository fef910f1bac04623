import { z } from 'zod'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'
import { toShapeFaults } from './toShapeFaults.ts'
import type { ShapeFault } from './shapeFault.ts'

/** The most issues that become faults: more than anybody mends at once. */
export const MOST_FAULTS = 500

/** Reads a value into a schema's output shape, or returns its shape faults, those of the first 500 issues. Never throws on any input. */
export function readShape<S extends z.ZodType>(
  schema: S,
  raw: unknown,
):
  | { readonly value: z.output<S>; readonly faults: readonly [] }
  | { readonly value?: undefined; readonly faults: readonly ShapeFault[] } {
  const checked = check(schema, raw)
  if (checked === undefined) return { faults: [TOO_MANY] }
  const { value, issues } = checked
  if (issues.length === 0) return { value: value as z.output<S>, faults: [] }
  const faults = issues.slice(0, MOST_FAULTS).flatMap(issue => {
    // An unknown key is best answered with the keys that its place has; only the raw issue still knows its schema.
    const shape =
      issue.code === 'unrecognized_keys' ? (issue.inst as z.core.$ZodObject | undefined)?._zod.def.shape : {}
    const complete = z.core.util.finalizeIssue(issue, { reportInput: true }, z.core.config())
    return toShapeFaults(complete, Object.keys(shape ?? {}))
  })
  return { faults: oncePerSlip(faults) }
}

const TOO_MANY: ShapeFault = { code: 'listTooLong', path: [], values: { most: 20_000 }, severity: 'fault' }

/** Checks a value, without completing what is found, which costs more than finding it; undefined if one list has more faults than can be collected. */
function check(schema: z.ZodType, raw: unknown): z.core.ParsePayload | undefined {
  try {
    const found = schema._zod.run({ value: raw, issues: [] }, { async: false, reportInput: true })
    return found as z.core.ParsePayload
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Merges the faults of one slip: a mistyped field is unknown and the right one missing, but only one fault is reported. */
function oncePerSlip(faults: readonly ShapeFault[]): readonly ShapeFault[] {
  const meant = new Set(
    faults.flatMap(({ code, path, values }) =>
      code === 'fieldUnknown' && values.nearest !== undefined
        ? [keyOf([...path.slice(0, -1), values.nearest])]
        : [],
    ),
  )
  return faults.filter(
    ({ code, path }) => (code !== 'fieldMissing' && code !== 'citationMissing') || !meant.has(keyOf(path)),
  )
}

function keyOf(path: FaultPath | undefined): string {
  return JSON.stringify(path ?? [])
}
