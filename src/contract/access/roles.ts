/** Roles of an account in this installation. No person holds two of the last three (三员分立 separation of administrators). */
export const roleNames = {
  committee: '组织考核者',
  leadUnit: '牵头单位',
  inspector: '核查组',
  unit: '单位',
  secretary: '党组织书记',
  surveyor: '民意调查方',
  interviewer: '访问员',
  leadingGroup: '领导小组',
  auditor: '监督审计人员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const

/** Code of a role. */
export type Role = keyof typeof roleNames

/** The three administrators (三员); no person holds two of these roles. */
export const separatedRoles: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** Roles that require a unit; their data scope is that unit, or that unit and its members. */
export const rolesOfUnits: readonly Role[] = ['leadUnit', 'unit', 'secretary']

/** Roles that score units, approve their results or supervise both. Nobody judges their own unit, so no account combines one of these with a unit role. */
export const judgingRoles: readonly Role[] = [
  'committee',
  'inspector',
  'surveyor',
  'interviewer',
  'leadingGroup',
  'auditor',
]

/** Roles that the committee may grant. Its own members, and the roles that supervise it or decide over it, are authorised by the security administrator. */
export const everydayRoles: readonly Role[] = [
  'leadUnit',
  'unit',
  'secretary',
  'inspector',
  'surveyor',
  'interviewer',
]

/** Returns the roles that an account with the given roles may grant: the bureau's supervisor opens the accounts of its interviewers. */
export function grantableBy(roles: readonly Role[]): readonly Role[] {
  if (roles.includes('securityAdmin')) return Object.keys(roleNames) as Role[]
  if (roles.includes('committee')) return everydayRoles
  return roles.includes('surveyor') ? ['interviewer'] : []
}
