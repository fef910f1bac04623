import { everydayRoles, type Role, roleNames, rolesOfUnits } from '../../../contract/access/roles.ts'
import type { RefusedRow } from '../../../contract/shape/listImport.ts'
import type { AskedAccount } from './useBulk.ts'

/** The result of parsing a list: accounts to create, and lines that could not be parsed. */
export interface ParsedList {
  readonly accounts: readonly AskedAccount[]
  readonly refused: readonly RefusedRow[]
}

const byName = new Map<string, Role>(everydayRoles.map(role => [roleNames[role], role]))

/** Parses a list: one account per line with 用户名、名称、角色、单位, separated by commas or tabs, as pasted from a table. Skips empty lines. */
export function parseList(
  text: string,
  units: readonly { readonly id: string; readonly name: string }[],
): ParsedList {
  const unitIds = new Map(units.flatMap(unit => [[unit.id, unit.id] as const, [unit.name, unit.id] as const]))
  const [accounts, refused]: [AskedAccount[], RefusedRow[]] = [[], []]
  text.split(/\r?\n/).forEach((raw, at) => {
    if (raw.trim() === '') return
    const [username = '', name = '', roleText = '', unitText = ''] = raw
      .split(/[\t,，]/)
      .map(part => part.trim())
    const read = readLine(username, name, roleText, unitText, unitIds)
    if (typeof read === 'string') refused.push({ row: at + 1, reason: read })
    else accounts.push(read)
  })
  return { accounts, refused }
}

function readLine(
  username: string,
  name: string,
  roleText: string,
  unitText: string,
  unitIds: ReadonlyMap<string, string>,
): AskedAccount | string {
  if (username === '' || name === '') return '用户名和名称不能空着'
  const role = byName.get(roleText)
  if (role === undefined) return `没有“${roleText}”这个角色，可填：${[...byName.keys()].join('、')}`
  if (!rolesOfUnits.includes(role))
    return unitText === ''
      ? { username, name, grants: [{ role }] }
      : `“${roleText}”不属于某一单位，请去掉“${unitText}”`
  const unit = unitIds.get(unitText)
  return unit === undefined ? `名册里没有单位“${unitText}”` : { username, name, grants: [{ role, unit }] }
}
