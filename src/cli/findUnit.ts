import { comparable } from '../domain/kernel/comparable.ts'
import { nearestName } from '../domain/kernel/nearestName.ts'

/** A unit that can be searched for. */
interface NamedUnit {
  readonly unit: string
  readonly name: string
}

/** Finds a unit by id, name or part of its name, ignoring whitespace; returns the unit, or a sentence naming the candidates. */
export function findUnit<T extends NamedUnit>(units: readonly T[], text: string): T | string {
  const plain = comparable(text)
  if (plain === '') return '没有写单位；请写单位编号、名称或名称的一部分。'
  const exact = units.find(each => each.unit === plain) ?? units.find(each => comparable(each.name) === plain)
  if (exact !== undefined) return exact
  const holding = units.filter(each => comparable(each.name).includes(plain))
  if (holding.length === 1) return holding[0]!
  if (holding.length > 1) return `“${text}”不止一个单位：${listed(holding)}。请写全称或编号。`
  const near = nearestName(text, [...units.map(each => each.name), ...units.map(each => each.unit)])
  return `没有考核对象“${text}”${near === undefined ? '；请核对名称，或写单位编号' : `，是不是“${near}”`}。`
}

function listed(units: readonly NamedUnit[]): string {
  const shown = units.slice(0, 8).map(each => `${each.name}（${each.unit}）`)
  return units.length > shown.length ? `${shown.join('、')}等 ${units.length} 个` : shown.join('、')
}
