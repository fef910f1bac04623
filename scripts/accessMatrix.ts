import { type Action, actionNames } from '../src/contract/access/actions.ts'
import { grantableBy, type Role, roleNames } from '../src/contract/access/roles.ts'
import type { Route } from '../src/contract/http/route.ts'
import { routes } from '../src/contract/http/routes.ts'
import {
  type AccountAct,
  type AccountReach,
  accountReach,
  actNames,
} from '../src/server/office/accounts/accountReach.ts'
import { accessTable } from '../src/server/platform/access/accessTable.ts'

const roles = Object.keys(roleNames) as Role[]
const actions = Object.keys(actionNames) as Action[]

/** 权限矩阵, as a page: who may do what, on which units, and by which address; written from the tables that judge. */
export function accessMatrix(): string {
  return `${[
    '# 权限矩阵 Access matrix',
    'Written by `npm run access-matrix` from `src/server/platform/access/accessTable.ts`, `src/server/office/accounts/accountReach.ts` and the routes of the contract; a test fails when it is behind them, and another asks every route as every role over HTTP (`tests/server/accessMatrix.test.ts`). Whatever is not here is denied.',
    '## 谁能做什么',
    '● 全部单位　◐ 牵头单位及其所属单位　○ 本单位　° 结果公布后',
    table(
      ['操作', ...roles.map(role => roleNames[role])],
      actions.map(action => [
        `${actionNames[action]}<br>\`${action}\``,
        ...roles.map(role => cell(role, action)),
      ]),
    ),
    '## 账号管理的范围',
    '访问员账号：其角色只有访问员；日常账号：其角色都是牵头单位、单位、党组织书记、核查组、民意调查方或访问员；业务账号：三员以外的全部。自己的账号一概不能。',
    table(
      ['对账号做的事', ...ACCOUNT_ROLES.map(role => roleNames[role])],
      (Object.keys(actNames) as AccountAct[]).map(act => [
        actNames[act],
        ...ACCOUNT_ROLES.map(role => reachNames[accountReach[act][role] ?? 'none']),
      ]),
    ),
    table(
      ['角色', '由谁授予和收回'],
      roles.map(role => [
        roleNames[role],
        ACCOUNT_ROLES.filter(by => grantableBy([by]).includes(role))
          .map(by => roleNames[by])
          .join('、'),
      ]),
    ),
    '三员的角色各在单独的账号上，不与任何其他角色同在；评分的角色（组织考核者、核查组、民意调查方）不与单位的角色同在。',
    '## 接口',
    table(
      ['接口', '说明', '谁能用'],
      Object.entries(routes).map(([key, route]) => [`\`${key}\``, route.summary, admitted(route)]),
    ),
  ].join('\n\n')}\n`
}

const ACCOUNT_ROLES = ['surveyor', 'committee', 'systemAdmin', 'securityAdmin'] as const

const reachNames: Readonly<Record<AccountReach | 'none', string>> = {
  interviewers: '访问员账号',
  everyday: '日常账号',
  business: '业务账号',
  all: '全部账号',
  none: '',
}

function cell(role: Role, action: Action): string {
  const marks = accessTable
    .filter(sentence => sentence.role === role && sentence.action === action)
    .map(
      ({ scope, afterRelease }) =>
        `${{ all: '●', ownGroup: '◐', ownUnit: '○' }[scope]}${afterRelease ? '°' : ''}`,
    )
  return marks.join(' ')
}

function admitted({ admits }: Route): string {
  if (admits === 'anyone') return '任何人'
  if (admits === 'newcomer') return '登录者（尚未改一次性口令的也可）'
  if (admits === 'signedIn') return '登录者'
  return [
    ...new Set(
      accessTable.filter(sentence => sentence.action === admits).map(sentence => roleNames[sentence.role]),
    ),
  ].join('、')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, at) => (at === 0 ? '---' : ':-:')), ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n')
}
