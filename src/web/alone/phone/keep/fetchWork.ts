import { call } from '../../../client/call.ts'
import { readSession, signOut } from '../../../client/session.ts'
import { reaching } from '../send/reach.ts'
import { type Owner, phoneDatabase, splitAssignment, type Work } from './phoneDatabase.ts'

/** Downloads the inspection tasks to the phone. Replaces what was there but keeps everything that a draft depends on. Throws `Refused`; a 401 is recorded with the owner. */
export async function fetchWork(): Promise<void> {
  const work = await reaching(call('GET /api/inspection/work', {}, { without: 'signInAgain' }))
  await keepWork(work, new Date().toISOString())
}

const SIGNS_OUT = 'hengping.inspect.signsOut'

/** Signs out on this phone; without a signal, the session ends as soon as the server can be reached. */
export async function leavePhone(): Promise<void> {
  localStorage.setItem(SIGNS_OUT, 'yes')
  await phoneDatabase().owner.delete('owner')
  await endSession().catch(() => undefined)
}

/** Ends the session of somebody who signed out without a signal. Throws `Refused` while there still is none. */
async function endSession(): Promise<void> {
  if (localStorage.getItem(SIGNS_OUT) === null) return
  await reaching(signOut())
  localStorage.removeItem(SIGNS_OUT)
}

/** Asks the server who is signed in and records it; undefined when nobody is. Throws `Refused` without a signal. */
export async function refreshOwner(signedIn: 'before' | 'now' = 'before'): Promise<Owner | undefined> {
  // The new session has taken the place of the one that was to end.
  if (signedIn === 'now') localStorage.removeItem(SIGNS_OUT)
  await endSession()
  const { owner } = phoneDatabase()
  const before = await owner.get('owner')
  const { account, institution } = await reaching(readSession())
  return phoneDatabase().transaction('rw', owner, async () => {
    const known = await owner.get('owner')
    // Who signed out while the answer was on its way stays signed out.
    if (signedIn === 'before' && before !== undefined && known === undefined) return undefined
    if (account === undefined || account.mustChangePassword) {
      if (known !== undefined && !known.isSignedOut) await owner.update('owner', { isSignedOut: true })
      return undefined
    }
    const same = known?.account === account.id ? known : undefined
    const { id, name, username } = account
    const fresh: Owner = {
      ...same,
      key: 'owner',
      account: id,
      name,
      username,
      ...(institution && { institution }),
      isSignedOut: false,
    }
    await owner.put(fresh)
    return fresh
  })
}

async function keepWork(work: Work, at: string): Promise<void> {
  const database = phoneDatabase()
  const { owner, tasks, details, schemes, rubrics, drafts } = database
  await database.transaction('rw', [owner, tasks, details, schemes, rubrics, drafts], async () => {
    const { account } = work.me
    const before = await tasks.where('account').equals(account).toArray()
    const needed = new Set((await drafts.toArray()).map(draft => draft.assignment))
    const fresh = new Set(work.assignments.map(({ id }) => id))
    const gone = before.filter(({ id }) => !fresh.has(id))
    const kept = gone.filter(({ id }) => needed.has(id))
    const dropped = gone.filter(({ id }) => !needed.has(id)).map(({ id }) => id)
    await tasks.bulkDelete(dropped)
    await details.bulkDelete(dropped)
    const split = work.assignments.map(assignment => splitAssignment(account, assignment))
    await tasks.bulkPut([...split.map(({ task }) => task), ...kept.map(task => ({ ...task, isGone: true }))])
    await details.bulkPut(split.map(({ detail }) => detail))
    const keys = new Set([
      ...work.rubrics.map(({ key }) => key),
      ...(await tasks.toArray()).map(({ rubric }) => rubric),
    ])
    await rubrics.filter(({ key }) => !keys.has(key)).delete()
    await rubrics.bulkPut([...work.rubrics])
    const years = new Set((await tasks.toArray()).map(({ year }) => year))
    const renewed = new Set(work.schemes.map(({ year }) => year))
    await schemes.filter(({ year }) => !years.has(year) || renewed.has(year)).delete()
    await schemes.bulkPut([...work.schemes])
    await owner.update('owner', { fetchedAt: at, today: work.today, isSignedOut: false })
  })
}
