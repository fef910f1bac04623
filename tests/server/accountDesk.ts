import { expect } from 'vitest'
import type { OpenDatabase } from '../../src/server/platform/database/openDatabase.ts'
import { layRoster } from './layRoster.ts'
import { type Office, openOffice, type Said, type Visitor } from './office.ts'

/** An account as the list has it. */
export interface Listed {
  readonly id: string
  readonly username: string
  readonly revision: number
  readonly state: string
  readonly lockedMinutes: number
  readonly sessions: number
  readonly grants: readonly { readonly role: string; readonly unit?: string; readonly unitName?: string }[]
}

/** Works in an office that has a roster. */
export async function withOffice(
  database: OpenDatabase,
  work: (office: Office) => Promise<void>,
): Promise<void> {
  const office = await openOffice(database)
  try {
    await layRoster(office.context)
    await work(office)
  } finally {
    await office.close()
  }
}

/** One account, as somebody sees it in the list. */
export async function listed(by: Visitor, username: string): Promise<Listed> {
  const { body } = await by.ask(`GET /api/accounts?text=${encodeURIComponent(username)}`)
  return (body['accounts'] as Listed[]).find(each => each.username === username)!
}

/** Signs in with a one-time password and changes it. */
export async function settle(
  office: Office,
  said: Said | { username: string; password: string },
): Promise<Visitor> {
  const { username, password } = ('body' in said ? said.body : said) as { username: string; password: string }
  const visitor = office.visitor()
  expect((await visitor.signIn(username, password)).status).toBe(200)
  expect(
    (await visitor.ask('POST /api/session/password', { body: { current: password, next: OWN } })).status,
  ).toBe(200)
  return visitor
}

const OWN = 'Ziji-de-kouling-7'
