import { roleNames } from '../../../contract/access/roles.ts'
import { type Actor, OUTSIDER } from '../../platform/access/actor.ts'
import { actionsOf } from '../../platform/access/judgeAccess.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { DEMO_PASSWORD } from './demoAccounts.ts'
import { openDemoAccounts } from './seedDemoAccounts.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'
import { unitNames } from '../roster/unit.store.ts'
import { readSetting } from '../installation/installation.store.ts'

type Session = Answered<'GET /api/session'>

/** Presents the sign-in state. */
export async function presentSession(context: AppContext, actor: Actor): Promise<Session> {
  const named = await readSetting(context.db, 'institution')
  const institution = typeof named?.value === 'string' ? named.value : undefined
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const office = { institution, timeZone, demo: context.demo ? await presentDemo(context) : undefined }
  if (actor.id === OUTSIDER.id) return { signedIn: false, ...office }
  const { id, name, username, mustChangePassword } = actor
  const names = await unitNames(
    context.db,
    actor.grants.flatMap(grant => grant.unit ?? []),
  )
  const grants = actor.grants.map(({ role, unit }) => {
    const unitName = unit === undefined ? undefined : names.get(unit)
    return {
      role,
      roleName: roleNames[role],
      unit,
      unitName,
    }
  })
  return {
    signedIn: true,
    ...office,
    account: { id, name, username, grants, actions: [...actionsOf(actor)], mustChangePassword },
  }
}

async function presentDemo({ db }: AppContext): Promise<NonNullable<Session['demo']>> {
  const open = await openDemoAccounts(db)
  return open.map(({ username, name, role }) => ({
    username,
    password: DEMO_PASSWORD,
    name,
    roleName: roleNames[role],
  }))
}
