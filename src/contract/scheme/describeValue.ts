import type { RulingTopic } from '../../domain/scheme/ruling.ts'
import { fieldLabel } from './fieldLabels.ts'
import { optionName } from './optionNames.ts'
import type { RowPart, RulePart, RulingPart } from './schemeDocument.ts'
import type { SchemeNames } from './schemeNames.ts'
import { describeDay, describeMonthDay } from './describeMonthDay.ts'
import { nameOf } from './describePlace.ts'
import { describeRule } from './describeRule.ts'
import { topics } from './topics.ts'

/** Describes one value of a scheme's field in words: options and ids by their names, dates in Chinese form. */
export function describeValue(key: string, value: unknown, names: SchemeNames, around?: string): string {
  if (value === null) return '不计'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return describeText(key, value, names, around)
  if (Array.isArray(value)) {
    return value.length === 0
      ? '无'
      : value
          .map(item =>
            isFields(item) ? describeListItem(key, item, names) : describeValue(key, item, names, around),
          )
          .join('、')
  }
  return isFields(value) ? describeFields(value, names, key) : ''
}

/** Describes a whole item of a list that was added or removed. */
export function describeListItem(
  list: string,
  item: Readonly<Record<string, unknown>>,
  names: SchemeNames,
): string {
  if (list === 'rules') return `${(item as RulePart).text}（${describeRule(item as RulePart, names)}）`
  if (list === 'rows' || list === 'lists') return describeRow(item as RowPart, names)
  if (list === 'rulings') return describeRuling(item as RulingPart)
  if (list === 'clauses') return String(item['restated'])
  const name = nameOf(list, item)
  const rest = describeFields(omit(item, 'name', 'title'), names, list)
  return name === undefined ? rest : rest === '' ? name : `${name}（${rest}）`
}

function describeText(key: string, value: string, names: SchemeNames, around: string | undefined): string {
  const option = optionName(key, value, around)
  if (option !== undefined) return option
  if (key === 'topic') return topics[value as RulingTopic]?.name ?? value
  const lists = REFERENCES[key]
  if (lists !== undefined) return names.nameOf(value, ...lists)
  return describeDay(describeMonthDay(value))
}

function describeRow({ id, title, base, rules }: RowPart, names: SchemeNames): string {
  return `${id} ${title}，${base}分：${rules.map(rule => `${rule.text}（${describeRule(rule, names, id)}）`).join('；') || '没有评分标准'}`
}

function describeRuling({ question, text }: RulingPart): string {
  return `${question}${text}`
}

function describeFields(
  fields: Readonly<Record<string, unknown>>,
  names: SchemeNames,
  around: string,
): string {
  return Object.entries(fields)
    .filter(([key]) => key !== 'id' && key !== 'citation')
    .map(([key, value]) => `${labelOf(key, names, around)} ${describeValue(key, value, names, around)}`)
    .join('，')
}

function labelOf(key: string, names: SchemeNames, around: string): string {
  return isTable(around) ? names.nameOf(key) : fieldLabel(key, around)
}

function omit(
  fields: Readonly<Record<string, unknown>>,
  ...keys: readonly string[]
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)))
}

/** Checks whether a field is a table keyed by ids of the scheme. */
export function isTable(key: string): boolean {
  return TABLES.has(key)
}

const TABLES: ReadonlySet<string> = new Set(['points', 'tariff', 'weights', 'gradePoints'])

/** Fields that hold ids, and the lists that those ids belong to. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  tiers: ['tiers'],
  rubric: ['rubrics'],
  section: ['sections'],
  counter: ['counters'],
  counters: ['counters'],
  measure: ['measures'],
  component: ['components'],
  breakBy: ['components'],
  grade: ['grades'],
  grades: ['grades'],
  needs: ['grades'],
  deadline: ['timetable'],
  late: ['counters'],
  missing: ['counters'],
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
