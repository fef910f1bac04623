import { z } from 'zod'
import { sessionPart } from './accountParts.ts'
import { defineRoutes } from '../http/route.ts'

const done = z.strictObject({ done: z.literal(true) })
const byPassword = z.strictObject({ password: z.string().min(1).max(128) })
const codes = z.array(z.string()).describe('恢复码，只显示一次')

/** Routes for the user's own account: sessions and second factor. */
export const ownAccountRoutes = defineRoutes({
  'GET /api/session/rights': {
    summary: '自己能做什么；不能做的，说明谁能做',
    admits: 'signedIn',
    answer: z.strictObject({
      rights: z.array(
        z.strictObject({ action: z.string(), name: z.string(), allowed: z.boolean(), sentence: z.string() }),
      ),
    }),
  },
  'GET /api/session/devices': {
    summary: '自己正在登录的会话',
    admits: 'signedIn',
    answer: z.strictObject({ sessions: z.array(sessionPart) }),
  },
  'POST /api/session/devices/end': {
    summary: '结束自己的另一个会话，或其余全部',
    admits: 'signedIn',
    body: z.strictObject({ session: z.string().min(1).max(100).optional() }),
    answer: done,
  },
  'GET /api/session/second-factor': {
    summary: '自己是否用动态验证码',
    admits: 'signedIn',
    answer: z.strictObject({ on: z.boolean(), codesLeft: z.int() }),
  },
  'POST /api/session/second-factor/begin': {
    summary: '开始设置动态验证码：二维码、密钥和恢复码',
    admits: 'signedIn',
    body: byPassword,
    answer: z.strictObject({ qr: z.string().describe('SVG'), uri: z.string(), key: z.string(), codes }),
  },
  'POST /api/session/second-factor/confirm': {
    summary: '填写手机上的数字，启用动态验证码',
    admits: 'signedIn',
    body: z.strictObject({ code: z.string().min(1).max(20) }),
    answer: done,
  },
  'POST /api/session/second-factor/codes': {
    summary: '换一组恢复码',
    admits: 'signedIn',
    body: byPassword,
    answer: z.strictObject({ codes }),
  },
  'POST /api/session/second-factor/end': {
    summary: '停用动态验证码',
    admits: 'signedIn',
    body: byPassword,
    answer: done,
  },
})
