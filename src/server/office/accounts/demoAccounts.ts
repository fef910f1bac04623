import type { Role } from '../../../contract/access/roles.ts'

/** A demonstration account: one per role, shown on the sign-in page of a demonstration and used nowhere else. */
export interface DemoAccount {
  /** Known before, where the demo year names the person. */
  readonly id?: string
  readonly username: string
  readonly name: string
  readonly role: Role
}

/** The password of the demonstration accounts. */
export const DEMO_PASSWORD = 'Yanshi-2018'

/** The account of who made the interviews of the demo year. */
export const DEMO_INTERVIEWER = '00000000-0000-4000-8000-000000002018'

/** The demonstration accounts, in the order of the sign-in page. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'kaohe', name: '考核办公室', role: 'committee' },
  { username: 'lingdao', name: '领导小组办公室', role: 'leadingGroup' },
  { username: 'qiantou', name: '牵头单位联络员', role: 'leadUnit' },
  { username: 'danwei', name: '单位联络员', role: 'unit' },
  { username: 'shuji', name: '党组织书记', role: 'secretary' },
  { username: 'hecha', name: '第一核查组', role: 'inspector' },
  { username: 'diaocha', name: '民意调查队', role: 'surveyor' },
  { id: DEMO_INTERVIEWER, username: 'fangwen', name: '杨示竹', role: 'interviewer' },
  { username: 'jiandu', name: '监督审计室', role: 'auditor' },
  { username: 'xitong', name: '系统管理员甲', role: 'systemAdmin' },
  { username: 'anquan', name: '安全管理员乙', role: 'securityAdmin' },
  { username: 'shenji', name: '审计管理员丙', role: 'auditAdmin' },
]

/** Whether the username is that of a demonstration account. */
export function isDemoAccount(username: string): boolean {
  return demoAccounts.some(each => each.username === username)
}
