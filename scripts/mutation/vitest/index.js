// Stands in for vitest while mutants are tried: the same test files run thousands of times in one process. Only what those files use.
import { isDeepStrictEqual } from 'node:util'

export const tests = []

export function test(name, run) {
  tests.push({ name, run })
}
test.each = rows => (name, run) => {
  for (const row of rows) test(name, () => (Array.isArray(row) ? run(...row) : run(row)))
}
export const it = test
export function describe(_name, body) {
  body()
}
describe.each = test.each

export function expect(value) {
  return matchers(value, wanted => wanted)
}
expect.any = kind => new Any(kind)

class Any {
  constructor(kind) {
    this.kind = kind
  }
}

class Noticed extends Error {}

function matchers(value, turn) {
  const must = met => {
    if (!turn(met)) throw new Noticed('noticed')
  }
  return {
    get not() {
      return matchers(value, met => !met)
    },
    toBe: wanted => must(Object.is(value, wanted)),
    toEqual: wanted => must(isDeepStrictEqual(plain(value), plain(wanted))),
    toStrictEqual: wanted => must(isDeepStrictEqual(value, wanted)),
    toContain: wanted => must(value.includes(wanted)),
    toMatch: wanted => must(typeof wanted === 'string' ? value.includes(wanted) : wanted.test(value)),
    toHaveLength: wanted => must(value.length === wanted),
    toBeCloseTo: (wanted, digits = 2) => must(Math.abs(value - wanted) < 10 ** -digits / 2),
    toBeNaN: () => must(Number.isNaN(value)),
    toBeUndefined: () => must(value === undefined),
    toBeDefined: () => must(value !== undefined),
    toBeGreaterThan: wanted => must(value > wanted),
    toBeGreaterThanOrEqual: wanted => must(value >= wanted),
    toBeLessThan: wanted => must(value < wanted),
    toBeLessThanOrEqual: wanted => must(value <= wanted),
    toMatchObject: wanted => must(holds(value, wanted)),
    toThrow: kind => must(throws(value, kind)),
  }
}

/** As toEqual sees a value: fields that are undefined do not count. */
function plain(value) {
  if (Array.isArray(value)) return Array.from(value, plain)
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, plain(one)]))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => [key, plain(one)]),
  )
}

function throws(run, kind) {
  try {
    run()
  } catch (error) {
    return (
      kind === undefined ||
      (typeof kind === 'function' ? error instanceof kind : String(error).includes(kind))
    )
  }
  return false
}

function holds(value, wanted) {
  if (wanted instanceof Any) return Object(value) instanceof wanted.kind
  if (wanted === null || typeof wanted !== 'object') return Object.is(value, wanted)
  if (Array.isArray(wanted) && value.length !== wanted.length) return false
  return Object.entries(wanted).every(([key, one]) => holds(value[key], one))
}
