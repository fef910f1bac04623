import type { Database, Transaction } from '../../../platform/database/openDatabase.ts'
import { complete, type LoadedMeeting } from '../loadMeeting.ts'
import { findMeeting } from '../meeting.store.ts'

const known = new WeakMap<Database, Map<string, LoadedMeeting>>()

const MOST = 50

/** Loads a meeting for a voter's request, or returns what was loaded of this revision: every change of a meeting, its agenda or its classes moves it. */
export async function loadKnown(
  db: Database,
  id: string,
  revision: number,
  reader: Database | Transaction = db,
): Promise<LoadedMeeting | undefined> {
  let meetings = known.get(db)
  if (meetings === undefined) known.set(db, (meetings = new Map()))
  const before = meetings.get(id)
  if (before?.stored.revision === revision) return before
  const stored = await findMeeting(reader, id)
  if (stored === undefined) return undefined
  const loaded = await complete(reader, stored)
  meetings.delete(id)
  meetings.set(id, loaded)
  if (meetings.size > MOST) meetings.delete(meetings.keys().next().value!)
  return loaded
}
