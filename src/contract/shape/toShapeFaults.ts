import type { z } from 'zod'
import { nearestName } from '../../domain/kernel/nearestName.ts'
import type { FaultPath } from '../../domain/scheme/schemeFault.ts'
import type { ShapeFault, ShapeFaultCode, ShapeFaultValues } from './shapeFault.ts'

type Issue = z.core.$ZodIssue

/** Nobody mistypes more fields of one place; comparing each with the known ones takes its time. */
const MOST_UNKNOWN = 100

/** Converts a validation issue to shape faults: one per issue, and one for each unknown field, the first hundred; `known` are the fields allowed at that place. */
export function toShapeFaults(issue: Issue, known: readonly string[]): readonly ShapeFault[] {
  const path = issue.path as FaultPath
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_UNKNOWN).map(field => {
      const nearest = nearestName(field, known)
      return fault(
        'fieldUnknown',
        [...path, field],
        nearest === undefined ? { field, known } : { field, nearest, known },
      )
    })
  }
  const field = String(path.at(-1) ?? '')
  if (isAbsent(issue))
    return [
      field === 'citation' ? fault('citationMissing', path, {}) : fault('fieldMissing', path, { field }),
    ]
  return [toFault(issue, path, field)]
}

function toFault(
  issue: Exclude<Issue, { code: 'unrecognized_keys' }>,
  path: FaultPath,
  field: string,
): ShapeFault {
  const found = describe(issue.input)
  switch (issue.code) {
    case 'invalid_type':
      return wrongType([issue.expected], issue.input, path)
    case 'invalid_value':
      return notAmong(issue.values as readonly (string | number | boolean)[], issue.input, path)
    case 'invalid_union':
      return fromUnion(issue, path)
    case 'too_small':
      if (issue.origin === 'string')
        return field === 'citation' ? fault('citationMissing', path, {}) : fault('textEmpty', path, { field })
      if (issue.origin === 'array') return fault('listEmpty', path, { field })
      return fault('belowLeast', path, { found, least: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return fault('textTooLong', path, { most: Number(issue.maximum) })
      if (issue.origin === 'array') return fault('listTooLong', path, { most: Number(issue.maximum) })
      return fault('aboveMost', path, { found, most: Number(issue.maximum) })
    case 'custom':
      return fromRefinement(String(issue.params?.['fault']), found, path)
    default:
      return wrongType([], issue.input, path)
  }
}

function fromRefinement(name: string, found: string, path: FaultPath): ShapeFault {
  switch (name) {
    case 'notDay':
    case 'notPeriod':
      return fault(name, path, { found })
    case 'notOneMark':
    case 'moreFailedThanSat':
      return fault(name, path, {})
    default:
      return fault('notThousandths', path, { found })
  }
}

/** Handles a union without a matching discriminator, or one of plain values such as a number or a word. */
function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: FaultPath): ShapeFault {
  const { discriminator, options } = issue as unknown as {
    readonly discriminator?: string
    readonly options?: readonly string[]
  }
  if (discriminator !== undefined && options !== undefined) {
    return notAmong(
      options,
      (issue.input as Readonly<Record<string, unknown>> | undefined)?.[discriminator],
      path,
    )
  }
  const branches = issue.errors.flat()
  const refined = branches.find(branch => branch.code === 'custom')
  if (refined !== undefined) return fault('notThousandths', path, { found: describe(issue.input) })
  const expected = branches.map(branch =>
    branch.code === 'invalid_type'
      ? branch.expected
      : branch.code === 'invalid_value'
        ? branch.values.map(String).join('/')
        : '',
  )
  return wrongType(
    expected.filter(text => text !== ''),
    issue.input,
    path,
  )
}

function wrongType(expected: readonly string[], input: unknown, path: FaultPath): ShapeFault {
  const found = describe(input)
  if (typeof input === 'string' && expected.some(name => name === 'number' || name === 'int')) {
    const number = numberIn(input)
    if (number !== undefined) return fault('numberAsText', path, { found: input, number })
  }
  const measured = typeof input === 'string' && expected.some(name => /^(number|int)$/.test(name))
  const counted = measured ? UNIT.exec(input.normalize('NFKC').trim()) : null
  if (counted !== null)
    return fault('numberWithUnit', path, {
      found: String(input),
      number: Number(counted[1]),
      unit: counted[2]!,
    })
  if (expected[0] === 'int' && typeof input === 'number' && Number.isFinite(input))
    return fault('notWhole', path, { found })
  return fault('wrongType', path, { expected, found })
}

function notAmong(
  allowed: readonly (string | number | boolean)[],
  input: unknown,
  path: FaultPath,
): ShapeFault {
  // A long text is no misspelt word.
  const isWord = typeof input === 'string' && input.length <= 100
  const nearest = isWord ? nearestName(input, allowed.map(String)) : undefined
  const field = String(path.findLast(step => typeof step === 'string') ?? '')
  const around = path.slice(0, -1).findLast(step => typeof step === 'string')
  const values = {
    found: describe(input),
    allowed,
    field,
    around: around === undefined ? undefined : String(around),
  }
  return fault('notAmong', path, nearest === undefined ? values : { ...values, nearest })
}

/** A number with a sign or a word behind it: 100%, 3人. */
const UNIT = /^([+-]?\d+(?:\.\d+)?)\s*(\D{1,6})$/

/** Reads a number written in full-width digits or in quotes. */
function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function isAbsent(issue: Issue): boolean {
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    const input = issue.input as Readonly<Record<string, unknown>> | undefined
    return input === undefined || input[String(issue.discriminator)] === undefined
  }
  return issue.input === undefined
}

/** Describes a value, short enough for a sentence. */
function describe(input: unknown): string {
  if (input === null || input === undefined) return '空'
  if (typeof input === 'string')
    return `“${[...input].slice(0, 30).join('')}${[...input].length > 30 ? '……' : ''}”`
  if (Array.isArray(input)) return '列表'
  if (typeof input === 'object') return '一组字段'
  if (typeof input === 'number' && !Number.isFinite(input)) return '非数值'
  return String(input)
}

function fault<C extends ShapeFaultCode>(code: C, path: FaultPath, values: ShapeFaultValues[C]): ShapeFault {
  return { code, path, values, severity: 'fault' } as unknown as ShapeFault
}
