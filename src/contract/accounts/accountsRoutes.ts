import { z } from 'zod'
import { roleSchema } from '../access/roleSchema.ts'
import {
  accountPart,
  accountStates,
  grantField,
  nameField,
  oneTimePart,
  sessionPart,
  usernameField,
} from './accountParts.ts'
import { lineField, revisionField, revisionOrNone } from '../http/paramSchemas.ts'
import { chosenHeadings, listReading, refusedRow } from '../shape/listImport.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { idleFields } from './accountsFields.ts'

const one = z.strictObject({ account: z.string().min(1).max(100) })
const onSeen = z.strictObject({ revision: revisionField })
const done = z.strictObject({ done: z.literal(true) })

/** Number of usable accounts of the three administrators and the committee; shows what the installation still lacks. */
const staffing = z.array(z.strictObject({ role: roleSchema, roleName: z.string(), count: z.int() }))

const newcomer = z.strictObject({ username: usernameField, name: nameField })

/** Routes for accounts. */
export const accountsRoutes = defineRoutes({
  'GET /api/accounts': {
    summary: '账号列表，按名称排序',
    admits: 'readAccounts',
    query: z.strictObject({
      text: z.string().max(100).optional(),
      role: roleSchema.optional(),
      state: z.enum([...accountStates, 'locked']).optional(),
    }),
    answer: z.strictObject({ accounts: z.array(accountPart), total: z.int(), staffing }),
  },
  'GET /api/accounts/:account': {
    summary: '一个账号，连同正在登录的会话',
    admits: 'readAccounts',
    params: one,
    answer: z.strictObject({
      account: accountPart,
      sessions: z.array(sessionPart),
      /** Actions that the reader may take on this account, and why the others are refused. */
      may: z.array(z.strictObject({ act: z.string(), name: z.string(), refused: z.string().optional() })),
    }),
  },
  'POST /api/accounts': {
    summary: '开设一个账号，给出一次性口令',
    admits: 'manageAccounts',
    body: newcomer.extend({ administers: z.boolean(), grants: z.array(grantField).max(20) }),
    answer: oneTimePart,
  },
  'GET /api/accounts/units': {
    summary: '最近一年的单位，供授予单位的角色时选择',
    admits: 'grantRoles',
    answer: z.strictObject({
      year: z.int().optional(),
      units: z.array(z.strictObject({ id: z.string(), name: z.string(), leads: z.boolean() })),
    }),
  },
  'GET /api/accounts/proposals': {
    summary: '尚无账号的单位，各拟一个账号',
    admits: 'manageAccounts',
    query: z.strictObject({ role: z.enum(['leadUnit', 'unit', 'secretary']) }),
    answer: z.strictObject({
      year: z.int().optional(),
      proposals: z.array(
        z.strictObject({ unit: z.string(), unitName: z.string(), username: z.string(), name: z.string() }),
      ),
    }),
  },
  'GET /api/accounts/list.xlsx': { summary: '账号清单的空表', admits: 'manageAccounts', file: true },
  'POST /api/accounts/list': {
    summary: '读入账号清单（工作簿，或从表格粘贴的文字）：只读出可开设的和被拒绝的行，不开设',
    admits: 'manageAccounts',
    query: z.strictObject({ name: z.string().max(200).optional(), as: chosenHeadings }),
    upload: true,
    readOnly: true,
    answer: listReading(
      newcomer.extend({
        row: z.int(),
        role: roleSchema,
        roleName: z.string(),
        unit: z.string().optional(),
        unitName: z.string(),
      }),
    ),
  },
  'POST /api/accounts/bulk': {
    summary: '成批开设账号，一次至多 100 个；有误的不开设并说明原因',
    admits: 'manageAccounts',
    bodyKilobytes: 256,
    body: z.strictObject({
      accounts: z
        .array(newcomer.extend({ grants: z.array(grantField).min(1).max(5) }))
        .min(1)
        .max(100),
    }),
    answer: z.strictObject({
      made: z.array(oneTimePart.extend({ unitName: z.string().optional(), roleName: z.string() })),
      refused: z.array(refusedRow),
    }),
  },
  'POST /api/accounts/administration': {
    summary: '首次使用：开设另外两员和首个组织考核者的账号',
    admits: 'setUpAdministration',
    body: z.strictObject({ securityAdmin: newcomer, auditAdmin: newcomer, committee: newcomer }),
    answer: z.strictObject({ made: z.array(oneTimePart.extend({ roleName: z.string() })) }),
  },
  'PUT /api/accounts/:account': {
    summary: '修改用户名和名称',
    admits: 'manageAccounts',
    params: one,
    body: newcomer.extend({ revision: revisionField }),
    answer: accountPart,
  },
  'PUT /api/accounts/:account/grants': {
    summary: '授予和收回角色',
    admits: 'grantRoles',
    params: one,
    body: z.strictObject({ grants: z.array(grantField).max(50), revision: revisionField }),
    answer: accountPart,
  },
  'POST /api/accounts/:account/disable': {
    summary: '停用账号，其登录随即结束',
    admits: 'manageAccounts',
    params: one,
    body: onSeen.extend({ reason: lineField }),
    answer: accountPart,
  },
  'POST /api/accounts/:account/enable': {
    summary: '恢复停用的账号',
    admits: 'manageAccounts',
    params: one,
    body: onSeen,
    answer: accountPart,
  },
  'POST /api/accounts/:account/unlock': {
    summary: '解除登录锁定',
    admits: 'manageAccounts',
    params: one,
    answer: accountPart,
  },
  'POST /api/accounts/:account/password': {
    summary: '重置口令，给出一次性口令',
    admits: 'manageAccounts',
    params: one,
    answer: oneTimePart,
  },
  'POST /api/accounts/:account/end-sessions': {
    summary: '结束他人的登录：一个会话，或全部',
    admits: 'endSessions',
    params: one,
    body: z.strictObject({ session: z.string().min(1).max(100).optional() }),
    answer: done,
  },
  'POST /api/accounts/:account/remove-second-factor': {
    summary: '解除他人的动态验证码（手机遗失时）',
    admits: 'removeSecondFactor',
    params: one,
    answer: accountPart,
  },
  'GET /api/sign-in-rules': {
    summary: '登录规则',
    admits: 'readAccounts',
    answer: z.strictObject({ idleMinutes: z.int(), revision: z.int(), rules: z.array(z.string()) }),
  },
  'PUT /api/sign-in-rules': {
    summary: '设置多少分钟不操作即须重新登录',
    admits: 'setSignInRules',
    body: z.strictObject({ ...shapeOf(idleFields), revision: revisionOrNone }),
    answer: done,
  },
})
