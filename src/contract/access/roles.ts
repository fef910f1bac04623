/** 角色: who somebody is to this installation. The last three are never held by one person (三员分立). */
export const roleNames = {
  committee: '组织考核者',
  leadUnit: '牵头单位',
  inspector: '核查组',
  unit: '单位',
  secretary: '党组织书记',
  surveyor: '民意调查方',
  leadingGroup: '领导小组',
  auditor: '监督审计人员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const

/** 角色代码. */
export type Role = keyof typeof roleNames

/** 三员: no person holds two of them. */
export const separatedRoles: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** 须指定单位的角色: their data scope is that unit, or that unit and its members. */
export const rolesOfUnits: readonly Role[] = ['leadUnit', 'unit', 'secretary']

/** 评分的角色: nobody scores their own unit, so that none of these is on one account with a role of a unit. */
export const scoringRoles: readonly Role[] = ['committee', 'inspector', 'surveyor']

/** 日常角色: those that the committee grants by itself. Whoever checks it or decides over it, and its own members, are authorised by the security administrator. */
export const everydayRoles: readonly Role[] = ['leadUnit', 'unit', 'secretary', 'inspector', 'surveyor']

/** 可授予的角色, by the roles of the one who grants. */
export function grantableBy(roles: readonly Role[]): readonly Role[] {
  if (roles.includes('securityAdmin')) return Object.keys(roleNames) as Role[]
  return roles.includes('committee') ? everydayRoles : []
}
