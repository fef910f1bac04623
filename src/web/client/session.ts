import { call, type CallAnswer, type CallInput, type CallOptions } from './call.ts'
import { setOfficeZone } from './officeZone.ts'

/** The sign-in state. */
export type Session = CallAnswer<'GET /api/session'>

/** The signed-in account, with what it may do. */
export type Account = NonNullable<Session['account']>

/** A demonstration account, shown on the sign-in page of a demonstration. */
export type DemoAccount = NonNullable<Session['demo']>[number]

const ownAnswer: CallOptions = { without: 'signInAgain' }

/** Reads the sign-in state. */
export async function readSession(): Promise<Session> {
  const session = await call('GET /api/session', {}, ownAnswer)
  setOfficeZone(session.timeZone)
  return session
}

/** Signs in. */
export async function signIn(entry: CallInput<'POST /api/session/sign-in'>['body']): Promise<void> {
  await call('POST /api/session/sign-in', { body: entry }, ownAnswer)
}

/** Signs out. */
export async function signOut(): Promise<void> {
  await call('POST /api/session/sign-out', {}, ownAnswer)
}

/** Changes the password. */
export async function changePassword(entry: CallInput<'POST /api/session/password'>['body']): Promise<void> {
  await call('POST /api/session/password', { body: entry }, ownAnswer)
}
