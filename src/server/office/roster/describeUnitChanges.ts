import { canonicalText } from '../../../domain/kernel/ids.ts'
import { printDay } from '../../../domain/kernel/calendar.ts'
import type { Holder, Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'

type Said = { readonly [F in Exclude<keyof Unit, 'id'>]: string }

const FIELDS: Said = {
  name: '名称',
  kind: '类别',
  level: '级别',
  tier: '层级',
  leadUnit: '牵头单位',
  cohort: '分类排名类别',
  affiliated: '党组织关系归口',
  headedByLeader: '由上级领导兼任一把手',
  opensOn: '成立日期',
  closesOn: '撤销日期',
  succeeds: '并入的单位',
}

/** Describes the changes to a unit, one phrase per field; none if nothing differs. `nameOf` returns the name of a unit. */
export function describeUnitChanges(
  before: Unit,
  after: Unit,
  scheme: Scheme,
  nameOf: (unit: string) => string,
): readonly string[] {
  return (Object.keys(FIELDS) as (keyof Said)[]).flatMap(field => {
    const [was, is] = [say(before, field, scheme, nameOf), say(after, field, scheme, nameOf)]
    return was === is ? [] : [`${FIELDS[field]}由“${was}”改为“${is}”`]
  })
}

/** Describes the changes to terms, one phrase for each added or removed. */
export function describeHolderChanges(
  before: readonly Holder[],
  after: readonly Holder[],
): readonly string[] {
  const [old, anew] = [new Set(before.map(canonicalText)), new Set(after.map(canonicalText))]
  return [
    ...before
      .filter(holder => !anew.has(canonicalText(holder)))
      .map(holder => `删去任职 ${sayHolder(holder)}`),
    ...after.filter(holder => !old.has(canonicalText(holder))).map(holder => `增加任职 ${sayHolder(holder)}`),
  ]
}

function say(unit: Unit, field: keyof Said, scheme: Scheme, nameOf: (unit: string) => string): string {
  const value = unit[field]
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'string') return (value as readonly string[]).map(nameOf).join('、')
  if (field === 'leadUnit') return nameOf(value)
  if (field === 'tier' || field === 'cohort') {
    return (field === 'tier' ? scheme.tiers : scheme.cohorts).find(term => term.id === value)?.name ?? value
  }
  return field === 'opensOn' || field === 'closesOn' ? printDay(value) : value
}

function sayHolder({ name, post, rank, from, to }: Holder): string {
  const order = rank === undefined ? '' : `，排序 ${rank}`
  const days =
    from === undefined && to === undefined
      ? ''
      : `，${from === undefined ? '' : printDay(from)}至${to === undefined ? '今' : printDay(to)}`
  return `${name}（${post}${order}${days}）`
}
