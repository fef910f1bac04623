import { expect, test } from 'vitest'
import { z } from 'zod'
import { componentSchema } from '../../src/contract/scheme/componentSchema.ts'
import { optionsOf } from '../../src/contract/scheme/optionNames.ts'
import { rulingAnswerSchemas } from '../../src/contract/scheme/rulingSchema.ts'
import { topics } from '../../src/contract/scheme/topics.ts'
import { schemeSchema } from '../../src/contract/scheme/schemeSchema.ts'
import { answerSpecs } from '../../src/web/desks/scheme/rulings/answerSpecs.ts'
import { componentSpec } from '../../src/web/desks/scheme/edit/componentSpec.ts'
import { editParts } from '../../src/web/desks/scheme/edit/parts.ts'
import { basicsSpec, scopeSpec } from '../../src/web/desks/scheme/edit/partSpecs.ts'
import { reportSpec } from '../../src/web/desks/scheme/edit/reportSpec.ts'
import { rowSpec, sectionSpec } from '../../src/web/desks/scheme/edit/ruleSpec.ts'
import { type Field, fieldsOf, type Spec } from '../../src/web/desks/scheme/fields/fieldSpec.ts'
import type { RulingTopic } from '../../src/domain/scheme/ruling.ts'

type Schema = z.core.$ZodType

/** Ids that nobody reads are made by the form itself. */
const MADE = new Set(['id', 'annualGrade'])

function inside(schema: Schema | undefined): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return inside(schema.unwrap())
  return schema!
}

/** What the format has and a form lacks, or the other way round, by its path. */
function gaps(schema: Schema, spec: Spec, path: string): readonly string[] {
  const held = inside(schema)
  if (held instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = held.def
    if (spec.tag?.key !== discriminator) return [`${path}: no form by ${discriminator}`]
    return held.options.flatMap(option => {
      const object = option as z.ZodObject
      const kind = String([...(object.shape[discriminator] as z.ZodLiteral).values][0])
      if (spec.tag!.kinds[kind] === undefined) return [`${path}: no form of kind ${kind}`]
      if (!optionsOf(spec.tag!.of).some(({ value }) => value === kind))
        return [`${path}: ${kind} has no words in ${spec.tag!.of}`]
      return objectGaps(
        object,
        fieldsOf(spec, { [discriminator]: kind }),
        `${path}.${kind}`,
        new Set([discriminator]),
      )
    })
  }
  return objectGaps(held as z.ZodObject, fieldsOf(spec, {}), path, new Set())
}

function objectGaps(
  object: z.ZodObject,
  fields: readonly Field[],
  path: string,
  tag: ReadonlySet<string>,
): readonly string[] {
  const offered = new Set(
    fields.flatMap(field => (field.kind === 'ruleOfRow' ? ['row', 'rule'] : [field.key])),
  )
  const keys = Object.keys(object.shape)
  return [
    ...keys
      .filter(key => !offered.has(key) && !tag.has(key) && !MADE.has(key))
      .map(key => `${path}.${key}: no field`),
    ...[...offered].filter(key => !keys.includes(key)).map(key => `${path}.${key}: not of the format`),
    ...fields.flatMap(field =>
      fieldGaps(object.shape[field.key] as Schema | undefined, field, `${path}.${field.key}`),
    ),
  ]
}

function fieldGaps(schema: Schema | undefined, field: Field, path: string): readonly string[] {
  if (schema === undefined || field.kind === 'ruleOfRow') return []
  const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  const held = inside(schema)
  return [
    ...(isOptional !== (field.optional === true) &&
    !(schema instanceof z.ZodDefault) &&
    field.kind !== 'items'
      ? [`${path}: ${isOptional ? 'may' : 'may not'} be left out`]
      : []),
    ...(field.kind === 'group' ? gaps(held, field.spec, path) : []),
    ...(field.kind === 'items'
      ? held instanceof z.ZodArray
        ? gaps(held.element, field.item, path)
        : [`${path}: no list`]
      : []),
    ...(field.kind === 'table' && !(held instanceof z.ZodRecord) ? [`${path}: no table`] : []),
    ...(field.kind === 'option' ? optionGaps(held, field.of, path) : []),
  ]
}

function optionGaps(schema: Schema, of: string, path: string): readonly string[] {
  const wanted = schema instanceof z.ZodEnum ? schema.options.map(String).toSorted() : []
  const offered = optionsOf(of).map(({ value }) => value)
  return wanted.length > 0 && wanted.every(value => offered.includes(value))
    ? []
    : [`${path}: offers ${offered.join()} for ${wanted.join()}`]
}

test('every field of a component can be edited', () => {
  expect(gaps(componentSchema, componentSpec, 'component')).toEqual([])
})

test('every field of a row and of each rule form can be edited', () => {
  const rubric = inside(schemeSchema.shape.rubrics) as z.ZodArray
  const { rows, sections } = (rubric.element as z.ZodObject).shape
  expect(gaps((rows as z.ZodArray).element as Schema, { ...rowSpec }, 'row')).toEqual([])
  expect(gaps((sections as z.ZodArray).element as Schema, sectionSpec, 'section')).toEqual([])
})

test('every list of a scheme has a part, and its items have a form', () => {
  const own = new Set(['rubrics', 'rulings', 'scope', 'lists'])
  const lists = Object.entries(schemeSchema.shape).filter(
    ([, schema]) => inside(schema) instanceof z.ZodArray,
  )
  expect(lists.map(([key]) => key).filter(key => !editParts.some(part => part.key === key))).toEqual([])
  const found = lists.flatMap(([key, schema]) => {
    const { spec } = editParts.find(part => part.key === key)!
    return spec === undefined || own.has(key)
      ? []
      : gaps((inside(schema) as z.ZodArray).element as Schema, spec, key)
  })
  expect(found).toEqual([])
  expect(gaps(schemeSchema.shape.scope, scopeSpec, 'scope')).toEqual([])
  expect(gaps(schemeSchema.pick({ report: true }), reportSpec, 'report')).toEqual([])
})

test('the remaining fields of a scheme are in its basics', () => {
  const rest = z.object(
    Object.fromEntries(
      Object.entries(schemeSchema.shape).filter(([key]) => !editParts.some(part => part.key === key)),
    ),
  )
  expect(gaps(rest, basicsSpec, 'scheme')).toEqual([])
})

test('every topic has a form, words for what it decides, and a meaning for each choice', () => {
  for (const [topic, schema] of Object.entries(rulingAnswerSchemas) as [RulingTopic, Schema][]) {
    const spec = answerSpecs[topic]
    const { what, usual, options } = topics[topic]
    expect([topic, what.length > 5, usual.length > 1]).toEqual([topic, true, true])
    if (spec !== undefined) expect([topic, gaps(schema, spec, topic)]).toEqual([topic, []])
    else expect(schema).toBeInstanceOf(options === undefined ? z.ZodString : z.ZodEnum)
  }
})

test('a new item of each list becomes valid once its blanks are filled in', () => {
  const document = { base: 100 } as never
  for (const { key, spec } of editParts) {
    if (spec === undefined) continue
    const element = (inside(schemeSchema.shape[key as 'tiers']) as z.ZodArray).element as Schema
    const result = z.safeParse(element, spec.fresh(document))
    const unfilled = result.success ? [] : result.error.issues.map(issue => issue.code)
    expect([key, unfilled.filter(code => code === 'unrecognized_keys' || code === 'invalid_union')]).toEqual([
      key,
      [],
    ])
  }
})
