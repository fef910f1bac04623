import { toDecimal } from '../../kernel/points.ts'
import type { Component, Conversion } from '../component.ts'
import type { Scheme } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'

/** Checks score conversions (得分换算): the result fits the component's base; a table of places decreases and stays at or above its least. */
export function* checkConversions(scheme: Scheme): Generator<Found> {
  for (const [at, component] of scheme.components.entries()) {
    const { conversion } = component
    if (conversion === undefined) continue
    const path = ['components', at, 'conversion']
    const faults =
      conversion.kind === 'ratioToBest'
        ? checkFull(component, conversion.full, path, 'full')
        : checkTable(component, conversion, path)
    for (const fault of faults) yield { ...fault, citation: conversion.citation } as Found
  }
}

function* checkFull(
  { name, base }: Component,
  full: number,
  path: FaultPath,
  ...tail: readonly (string | number)[]
): Generator<Found> {
  if (full === base) return
  const place = [...path, ...tail]
  const values = { component: name, full: full / 1000, base: toDecimal(base) }
  yield found('conversionFullDiffers', place, values, { reads: [place, [...path.slice(0, 2), 'base']] })
}

function* checkTable(
  component: Component,
  conversion: Extract<Conversion, { kind: 'rankToPoints' }>,
  path: FaultPath,
): Generator<Found> {
  const { table, step, least } = conversion
  const amount = (field: string, value: number) =>
    ({ kind: 'component', id: component.id, field, amount: value / 1000 }) as const
  if (step < 0) yield found('amountNotPositive', [...path, 'step'], amount('conversion.step', step))
  const [first, last] = [table[0], table.at(-1)]
  if (first === undefined || last === undefined)
    return yield found('rankTableEmpty', [...path, 'table'], { component: component.name })
  yield* checkFull(component, first, path, 'table', 0)
  for (const [at, points] of table.entries()) {
    const before = table[at - 1]
    if (before === undefined || points <= before) continue
    const values = {
      component: component.name,
      place: at + 1,
      points: toDecimal(points),
      before: toDecimal(before),
    }
    yield found('rankTableRises', [...path, 'table', at], values, {
      reads: [
        [...path, 'table', at],
        [...path, 'table', at - 1],
      ],
    })
  }
  if (least > last) {
    const values = { component: component.name, least: toDecimal(least), last: toDecimal(last) }
    yield found('rankLeastTooHigh', [...path, 'least'], values, {
      reads: [
        [...path, 'least'],
        [...path, 'table', table.length - 1],
      ],
    })
  }
}
