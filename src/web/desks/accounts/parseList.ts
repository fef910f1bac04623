import { everydayRoles, type Role, roleNames, rolesOfUnits } from '../../../contract/access/roles.ts'
import type { AskedAccount } from './useBulk.ts'

/** 清单一行: an account to make, or what is wrong with the line. */
export type ListLine =
  | { readonly line: number; readonly account: AskedAccount }
  | { readonly line: number; readonly fault: string }

const byName = new Map<string, Role>(everydayRoles.map(role => [roleNames[role], role]))

/** 读清单: one account a line, 用户名、名称、角色、单位, parted by a comma or a tab, as pasted from a table. Empty lines count for nothing. */
export function parseList(
  text: string,
  units: readonly { readonly id: string; readonly name: string }[],
): readonly ListLine[] {
  const unitIds = new Map(units.flatMap(unit => [[unit.id, unit.id] as const, [unit.name, unit.id] as const]))
  return text.split(/\r?\n/).flatMap((raw, at) => {
    if (raw.trim() === '') return []
    const [username = '', name = '', roleText = '', unitText = ''] = raw
      .split(/[\t,，]/)
      .map(part => part.trim())
    return [{ line: at + 1, ...readLine(username, name, roleText, unitText, unitIds) }]
  })
}

function readLine(
  username: string,
  name: string,
  roleText: string,
  unitText: string,
  unitIds: ReadonlyMap<string, string>,
): { readonly account: AskedAccount } | { readonly fault: string } {
  if (username === '' || name === '') return { fault: '用户名和名称不能空着' }
  const role = byName.get(roleText)
  if (role === undefined)
    return { fault: `没有“${roleText}”这个角色，可填：${[...byName.keys()].join('、')}` }
  if (!rolesOfUnits.includes(role))
    return unitText === ''
      ? { account: { username, name, grants: [{ role }] } }
      : { fault: `“${roleText}”不属于某一单位，请去掉“${unitText}”` }
  const unit = unitIds.get(unitText)
  return unit === undefined
    ? { fault: `名册里没有单位“${unitText}”` }
    : { account: { username, name, grants: [{ role, unit }] } }
}
