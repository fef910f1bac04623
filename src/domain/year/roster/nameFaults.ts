import { type FactFault, faultIn } from '../../kernel/factFault.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Unit } from './roster.ts'

/** 编号与名称重复的错处, unit by unit: the first keeps its id or name. A name that is another unit's id would be taken for it. */
export function nameFaults(
  units: readonly Unit[],
  where: (at: number) => string,
): readonly (readonly FactFault[])[] {
  const [ids, names] = [new Map<string, number>(), new Map<string, number>()]
  const repeated = units.map((unit, at) => {
    const faults: FactFault[] = []
    const [sameId, sameName] = [ids.get(unit.id), names.get(unit.name)]
    if (sameId !== undefined)
      faults.push(faultIn('id', refuse('unitIdTwice', { id: unit.id, first: where(sameId) })))
    else ids.set(unit.id, at)
    if (sameName !== undefined)
      faults.push(faultIn('name', refuse('unitNameTwice', { name: unit.name, first: where(sameName) })))
    else names.set(unit.name, at)
    return faults
  })
  return repeated.map((faults, at) => {
    const { id, name } = units[at]!
    const other = name === id ? undefined : ids.get(name)
    return other === undefined
      ? faults
      : [...faults, faultIn('name', refuse('unitNameIsId', { name, first: where(other) }))]
  })
}
