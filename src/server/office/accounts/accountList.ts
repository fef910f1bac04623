import {
  everydayRoles,
  grantableBy,
  type Role,
  roleNames,
  rolesOfUnits,
} from '../../../contract/access/roles.ts'
import { comparable } from '../../../domain/kernel/comparable.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { defineList } from '../../../files/lists/defineList.ts'
import { createNames } from '../../../files/lists/matchNames.ts'
import { readRows } from '../../../files/lists/readList.ts'
import { choosingHeadings } from '../../../files/lists/readTable.ts'
import type { Grant } from '../../platform/access/actor.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { answerTemplate } from '../../platform/lists/answerList.ts'
import { readSentTable } from '../../platform/lists/readSentTable.ts'
import { latestUnits } from '../roster/latestUnits.store.ts'
import { findUsernames } from './accounts.store.ts'
import { mayGrant } from './mayGrant.ts'
import { isUsername, normalUsername } from './username.ts'

interface Context {
  readonly taken: ReadonlySet<string>
  /** Everyday roles that this person may grant. */
  readonly roles: readonly Role[]
  readonly beyond: (grant: Grant) => Refusal | undefined
  readonly unitNames: readonly string[]
  readonly unitOf: (text: string) => string | Refusal | undefined
}

type Row = Answered<'POST /api/accounts/list'>['accepted'][number]

/** The accounts to be opened, as a workbook or as text; the everyday roles only. */
const accountList = defineList({
  name: '账号清单',
  most: 5000,
  text: true,
  columns: [
    { name: '用户名', also: ['账号', '登录名', '登录账号'], wanted: true, width: 18, example: 'linye' },
    { name: '名称', also: ['姓名', '使用人'], wanted: true, most: 100, width: 24, example: '州林业局办公室' },
    {
      name: '角色',
      also: ['身份'],
      wanted: true,
      options: ({ roles }: Context) => roles.map(role => roleNames[role]),
    },
    {
      name: '单位',
      also: ['所属单位', '所在单位', '单位名称'],
      width: 30,
      options: ({ unitNames }) => unitNames,
    },
  ],
  guide: () => ['一行一个账号。', '核查组、民意调查方和访问员不填单位。'],
  read(line, { taken, roles, beyond, unitOf }: Context): Omit<Row, 'row'> | undefined {
    const [username, name] = [normalUsername(line.text('用户名')), line.text('名称')]
    const [roleName, unitName] = [line.text('角色'), line.text('单位')]
    if (username !== '' && !isUsername(username))
      line.refuse(refuse('usernameInvalid', { username }), '用户名')
    if (taken.has(username)) line.refuse(refuse('usernameTaken', { username }), '用户名')
    const role = everydayRoles.find(one => roleNames[one] === comparable(roleName))
    if (role === undefined) return line.wrong('角色', roles.map(one => roleNames[one]).join('、'))
    if (!rolesOfUnits.includes(role) && unitName !== '')
      return line.refuse(`“${roleName}”不属于某一单位，请去掉“${unitName}”`, '单位')
    const wrong = beyond({ role })
    if (wrong !== undefined) return line.refuse(wrong, '角色')
    const unit = line.unit('单位', unitOf)
    if (rolesOfUnits.includes(role) && unit === undefined) return line.wrong('单位', '名册中的单位')
    return { username, name, role, roleName, unit, unitName }
  },
  once: { key: ({ username }) => username, twin: row => `用户名与第${row}行相同`, column: '用户名' },
})

async function loadContext({
  context: { db },
  actor,
}: Pick<Served<'POST /api/accounts/list'>, 'context' | 'actor'>): Promise<Context> {
  const { units } = await latestUnits(db)
  const unitNames = units.map(({ name }) => name)
  return {
    taken: await findUsernames(db),
    unitNames,
    unitOf: createNames(units),
    roles: grantableBy(actor.grants.map(({ role }) => role)).filter(role => everydayRoles.includes(role)),
    beyond: grant => mayGrant(actor, [grant]),
  }
}

/** Reads a list of accounts: those that can be opened, and the refused rows. Opens none. */
export async function readAccountList(request: Served<'POST /api/accounts/list'>) {
  const { query, raw } = request
  const list = choosingHeadings(accountList, query.as)
  const table = await readSentTable(list, raw)
  const reading = isRefusal(table) ? table : readRows(list, table, await loadContext(request))
  if (isRefusal(reading)) return reading
  const { accepted, refused, notices } = reading
  if (accepted.length + refused.length === 0) return refuse('listEmpty', {})
  return {
    accepted: accepted.map(({ row, value }) => ({ row, ...value })),
    refused: [...refused],
    notices: [...notices],
  }
}

/** Answers the template of the list of accounts. */
export async function answerAccountTemplate(request: Served<'GET /api/accounts/list.xlsx'>) {
  return answerTemplate(request.context, accountList, await loadContext(request), '账号清单')
}
