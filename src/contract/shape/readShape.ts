import { z } from 'zod'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'
import { toShapeFaults } from './toShapeFaults.ts'
import type { ShapeFault } from './shapeFault.ts'

/** Reads a value into a schema's output shape, or returns all shape faults. Never throws on any input. */
export function readShape<S extends z.ZodType>(
  schema: S,
  raw: unknown,
):
  | { readonly value: z.output<S>; readonly faults: readonly [] }
  | { readonly value?: undefined; readonly faults: readonly ShapeFault[] } {
  const known = new Map<string, readonly string[]>()
  // An unknown key is best answered with the keys that its place has; only the raw issue still knows its schema.
  const result = schema.safeParse(raw, {
    reportInput: true,
    error: issue => {
      const shape =
        issue.code === 'unrecognized_keys'
          ? (issue.inst as z.core.$ZodObject | undefined)?._zod.def.shape
          : undefined
      if (shape !== undefined) known.set(keyOf(issue.path as FaultPath), Object.keys(shape))
      return undefined
    },
  })
  if (result.success) return { value: result.data, faults: [] }
  return {
    faults: oncePerSlip(
      result.error.issues.flatMap(issue =>
        toShapeFaults(issue, known.get(keyOf(issue.path as FaultPath)) ?? []),
      ),
    ),
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
