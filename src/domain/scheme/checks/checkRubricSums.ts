import { type Points, sum, toDecimal } from '../../kernel/points.ts'
import type { Component } from '../component.ts'
import type { Row, Rubric } from '../rubric.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'
import { eachMethodOf } from './eachMethod.ts'

/** The most rounds in a year (一年至多几轮): one a quarter. */
const MOST_ROUNDS = 4

/** Checks rubric sums (细则合计): the rows add up to the rubric's base, and a component that takes the rubric's points unchanged has the same base. (附件) */
export function* checkRubricSums(scheme: Scheme): Generator<Found> {
  for (const [at, rubric] of scheme.rubrics.entries()) {
    const path = ['rubrics', at, 'base']
    const rows = addUp(rubric.rows, rubric.base)
    if (rubric.base <= 0) {
      yield found('amountNotPositive', path, {
        kind: 'rubric',
        id: rubric.id,
        field: 'base',
        amount: toDecimal(rubric.base),
      })
    } else if (rows !== rubric.base) {
      const values = {
        rubric: rubric.title,
        base: toDecimal(rubric.base),
        sum: rows / 1000,
        gap: (rubric.base - rows) / 1000,
      }
      yield found('rubricSumOff', path, values, {
        citation: rubric.citation,
        reads: [path, ...['base', 'cap'].map(field => ['rubrics', at, 'rows', '*', field])],
      })
    }
    yield* checkSectionSums(rubric, at)
    for (const [place, section] of rubric.sections.entries()) {
      if (section.deductionCap === undefined || section.deductionCap > 0) continue
      const values = {
        kind: 'section',
        id: section.id,
        field: 'deductionCap',
        amount: toDecimal(section.deductionCap),
      } as const
      yield found('amountNotPositive', ['rubrics', at, 'sections', place, 'deductionCap'], values)
    }
  }
  yield* checkUses(scheme)
}

/** Checks that the rows of a section add up to its points (核实项目合计), where the section names them. */
function* checkSectionSums(rubric: Rubric, at: number): Generator<Found> {
  for (const [place, { id, title, base, citation = rubric.citation }] of rubric.sections.entries()) {
    if (base === undefined) continue
    const rows = addUp(
      rubric.rows.filter(row => row.section === id),
      base,
    )
    if (rows === base) continue
    const path = ['rubrics', at, 'sections', place, 'base']
    const gap = (base - rows) / 1000
    const values = { section: id, title, base: toDecimal(base), sum: rows / 1000, gap }
    const reads = [path, ...['base', 'cap', 'section'].map(field => ['rubrics', at, 'rows', '*', field])]
    yield found('sectionSumOff', path, values, { citation, reads })
  }
}

/** Checks how components use rubrics (细则的使用): with the same base, in at most four rounds, one rubric for one component. */
function* checkUses(scheme: Scheme): Generator<Found> {
  const users = new Map<string, Component>()
  for (const { component, componentPath, method, path } of eachMethodOf(scheme, 'rubric')) {
    const citation = component.citation
    if (method.rounds > MOST_ROUNDS) {
      const values = { component: component.name, rounds: method.rounds, most: MOST_ROUNDS }
      yield found('roundsTooMany', [...path, 'rounds'], values, { citation })
    }
    const user = users.get(method.rubric) ?? component
    users.set(method.rubric, user)
    if (user !== component) {
      const values = { rubric: method.rubric, one: user.name, other: component.name }
      const reads = [['components', '*', 'methods', '*', 'rubric']]
      yield found('rubricTwice', [...path, 'rubric'], values, { citation, reads })
    }
    const at = scheme.rubrics.findIndex(rubric => rubric.id === method.rubric)
    const rubric = scheme.rubrics[at]
    if (rubric === undefined || component.conversion !== undefined || rubric.base === component.base) continue
    if (rubric.base <= 0 || component.base <= 0) continue
    const reads = [
      [...componentPath, 'base'],
      [...componentPath, 'conversion'],
      [...path, 'rubric'],
      ['rubrics', at, 'base'],
      ['rubrics', '*', 'id'],
    ]
    const values = {
      component: component.name,
      base: toDecimal(component.base),
      rubric: rubric.title,
      full: toDecimal(rubric.base),
    }
    yield found('methodBaseDiffers', [...path, 'rubric'], values, { citation, reads })
  }
}

/** Adds up rows (各行合计): their bases or, where only that makes `full`, the caps of rows that start at zero as well. */
function addUp(rows: readonly Row[], full: Points): Points {
  const bases = sum(rows.map(row => row.base))
  const marks = sum(rows.map(row => (row.base === 0 ? (row.cap ?? row.base) : row.base)))
  return marks === full || bases === 0 ? marks : bases
}
