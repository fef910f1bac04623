import { call, type CallAnswer, type CallInput, type CallOptions } from './call.ts'

/** 登录状态. */
export type Session = CallAnswer<'GET /api/session'>

/** 登录者: who is signed in, with what they may do. */
export type Account = NonNullable<Session['account']>

/** 演示账号, shown on the sign-in page of a demonstration. */
export type DemoAccount = NonNullable<Session['demo']>[number]

const ownAnswer: CallOptions = { without: 'signInAgain' }

/** 读取登录状态. */
export function readSession(): Promise<Session> {
  return call('GET /api/session', {}, ownAnswer)
}

/** 登录. */
export async function signIn(entry: CallInput<'POST /api/session/sign-in'>['body']): Promise<void> {
  await call('POST /api/session/sign-in', { body: entry }, ownAnswer)
}

/** 退出登录. */
export async function signOut(): Promise<void> {
  await call('POST /api/session/sign-out', {}, ownAnswer)
}

/** 修改口令. */
export async function changePassword(entry: CallInput<'POST /api/session/password'>['body']): Promise<void> {
  await call('POST /api/session/password', { body: entry }, ownAnswer)
}
