import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compareFractions, type Fraction, over, whole } from '../../kernel/fraction.ts'
import { points } from '../../kernel/points.ts'
import { rankToPoints } from './rankToPoints.ts'
import { ratioToBest } from './ratioToBest.ts'

interface ConversionCase {
  readonly name: string
  readonly values: readonly number[]
  readonly exact: readonly string[]
}

for (const one of casesOf<ConversionCase & { readonly full: number }>('ratioToBest')) {
  test(`ratioToBest ${one.name}`, () => {
    expectExact(
      ratioToBest(
        one.values.map(value => whole(points(value))),
        points(one.full),
      ).map(converted => converted?.exact),
      one.exact,
    )
  })
}

for (const one of casesOf<
  ConversionCase & { readonly table: readonly number[]; readonly step: number; readonly least: number }
>('rankToPoints')) {
  test(`rankToPoints ${one.name}`, () => {
    const conversion = {
      kind: 'rankToPoints',
      citation: '三（一）',
      table: one.table.map(points),
      step: points(one.step),
      least: points(one.least),
    } as const
    expectExact(
      rankToPoints(
        one.values.map(value => whole(points(value))),
        conversion,
      ).map(converted => converted.exact),
      one.exact,
    )
  })
}

function casesOf<T>(name: string): readonly T[] {
  return parse(readFileSync(new URL(`./cases/${name}.yaml`, import.meta.url), 'utf8')) as T[]
}

function expectExact(values: readonly (Fraction | undefined)[], wanted: readonly string[]): void {
  expect(values.length).toBe(wanted.length)
  values.forEach((value, at) => {
    const text = wanted[at]!
    if (text === 'none' || value === undefined) expect(value === undefined ? 'none' : 'some').toBe(text)
    else expect(compareFractions(value, read(text)), `${text} at ${at}`).toBe(0)
  })
}

function read(text: string): Fraction {
  const [num, den = '1'] = text.split('/')
  return over(whole(points(Number(num))), whole(Number(den)))
}
