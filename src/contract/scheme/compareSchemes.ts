import type { Citation } from '../../domain/kernel/citation.ts'
import { canonicalText } from '../../domain/kernel/ids.ts'
import type { RulingTopic } from '../../domain/scheme/ruling.ts'
import type { SchemeFile } from './schemeSchema.ts'
import { fieldLabel } from './fieldLabels.ts'
import { alignItems, type ListItem } from './alignItems.ts'
import { indexNames, type SchemeNames } from './schemeNames.ts'
import { nameOf } from './describePlace.ts'
import { describeAnswer } from './topics.ts'
import { isTable, describeListItem, describeValue } from './describeValue.ts'

/** One difference between two versions: where, under which clause, and both values in words; `path` has ids where lists have items. */
export interface SchemeDifference {
  readonly part: string
  readonly partName: string
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly place: string
  readonly path: readonly string[]
  readonly citation?: Citation
  readonly was?: string
  readonly is?: string
}

/** Compares two schemes: every leaf that differs, with list items matched by id, in the order of the parts. Equal schemes have no differences. */
export function compareSchemes(was: SchemeFile, is: SchemeFile): SchemeDifference[] {
  const names = { was: indexNames(was), is: indexNames(is) }
  return [...compareFields(was, is, { path: [], words: [], names })].toSorted(
    (one, other) => partOrder(one) - partOrder(other),
  )
}

/** Orders differences by part, the scheme's own fields first. */
function partOrder({ part }: SchemeDifference): number {
  return HEADINGS.indexOf(part)
}

interface At {
  readonly path: readonly string[]
  readonly words: readonly string[]
  /** The field that holds this, and the one around it; an item of a list has those of its list. */
  readonly field?: string
  readonly around?: string | undefined
  readonly citation?: Citation
  /** Topic of the enclosing ruling, needed to describe its answer. */
  readonly topic?: RulingTopic
  readonly names: { readonly was: SchemeNames; readonly is: SchemeNames }
}

type Fields = Readonly<Record<string, unknown>>

function* compareFields(was: Fields, is: Fields, at: At): Generator<SchemeDifference> {
  const here = citing(is, citing(was, at))
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
    yield* compare(was[key], is[key], below(here, key))
}

function* compare(was: unknown, is: unknown, at: At): Generator<SchemeDifference> {
  if (canonicalText(was) === canonicalText(is)) return
  if (isItems(was) && isItems(is)) yield* compareLists(was, is, at)
  else if (isFields(was) && isFields(is) && isSameKind(was, is)) yield* compareFields(was, is, at)
  else
    yield difference('changed', at, {
      was: describeSide(was, at, at.names.was),
      is: describeSide(is, at, at.names.is),
    })
}

function describeSide(
  value: unknown,
  { path, field = '', around, topic }: At,
  names: SchemeNames,
): string | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value) && field === 'exclusiveWith')
    return value.map(id => names.ruleText(path.at(-4) ?? '', String(id))).join('、')
  if (topic !== undefined && path.length === 3 && field === 'answer')
    return describeAnswer(topic, value, names)
  return describeValue(field, value, names, around)
}

function* compareLists(was: readonly Fields[], is: readonly Fields[], at: At): Generator<SchemeDifference> {
  const list = at.field!
  const { pairs, moved } = alignItems(list, was, is)
  for (const { key, before, after } of pairs) {
    const item = after ?? before!
    const here = itemAt(at, list, key, item)
    if (before === undefined)
      yield difference('added', citing(item.value, here), {
        is: describeListItem(list, item.value, at.names.is),
      })
    else if (after === undefined)
      yield difference('removed', citing(item.value, here), {
        was: describeListItem(list, item.value, at.names.was),
      })
    else yield* compare(before.value, after.value, here)
  }
  if (moved) yield difference('moved', at, { was: namesOf(list, was), is: namesOf(list, is) })
}

function difference(
  kind: SchemeDifference['kind'],
  { path, words, citation }: At,
  { was, is }: { readonly was?: string | undefined; readonly is?: string | undefined },
): SchemeDifference {
  const part = path[0]!
  return {
    part,
    partName: fieldLabel(part),
    kind,
    place: words.join(' '),
    path,
    citation,
    was,
    is,
  }
}

function below(at: At, key: string): At {
  const inner = { ...at, path: [...at.path, key], field: key, around: at.field }
  // The part stands before its differences as their heading.
  if (at.field === undefined) return { ...inner, words: HEADINGS.includes(key) ? [] : [fieldLabel(key)] }
  return {
    ...inner,
    words: [...at.words, isTable(at.field) ? at.names.is.nameOf(key) : fieldLabel(key, at.field)],
  }
}

function itemAt(at: At, list: string, key: string, { value, at: index }: ListItem): At {
  // What is required is known by its counter.
  const named =
    list === 'requires' ? at.names.is.nameOf(String(value['counter']), 'counters') : nameOf(list, value)
  const name = named ?? `第${index + 1}项`
  // `评分标准“缺会”` says what it is; a row or a component is known by its name alone.
  const words =
    at.path.length === 1 || list === 'rows' ? [...rubricWords(at, list), name] : [...at.words, `“${name}”`]
  const topic = list === 'rulings' ? { topic: value['topic'] as RulingTopic } : {}
  return { ...at, ...topic, path: [...at.path, key], words }
}

/** Returns the words for a rubric; none for rows, which have numbers of their own. */
function rubricWords(at: At, list: string): readonly string[] {
  return list === 'rows' ? [] : at.words
}

const HEADINGS: readonly string[] = [
  'notice',
  'tiers',
  'cohorts',
  'scope',
  'timetable',
  'counters',
  'measures',
  'components',
  'rubrics',
  'lists',
  'vetoes',
  'consequences',
  'annualGradeRules',
  'conversions',
  'rulings',
  'clauses',
]

function citing(item: unknown, at: At): At {
  const citation = isFields(item) ? item['citation'] : undefined
  return typeof citation === 'string' ? { ...at, citation } : at
}

/** Checks whether two values can be compared in parts; rules of different forms and answers of different kinds cannot. */
function isSameKind(was: Fields, is: Fields): boolean {
  return ['form', 'topic', 'use', 'by', 'kind', 'answers'].every(
    key => typeof was[key] !== 'string' || was[key] === is[key],
  )
}

function namesOf(list: string, items: readonly Fields[]): string {
  return items.map((item, at) => nameOf(list, item) ?? `第${at + 1}项`).join('、')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isItems(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.every(isFields)
}
