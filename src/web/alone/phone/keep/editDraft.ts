import type { Table } from 'dexie'
import { newUuid } from '../../../client/newUuid.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { changeDraft, type DraftChange } from '../draft/changeDraft.ts'
import { businessDay, firstVisitDay } from '../draft/firstVisitDay.ts'
import { noteKeeping } from './keeping.ts'
import { type Owner, phoneDatabase, type Task } from './phoneDatabase.ts'

/** Changes a draft and saves it on the phone; resolves once it is on disk, rejects where the phone did not keep it. */
export async function editDraft(id: string, change: DraftChange): Promise<void> {
  const { drafts } = phoneDatabase()
  await write([drafts], async () => {
    const draft = await drafts.get(id)
    if (draft === undefined) return
    const changed = changeDraft(draft, change, new Date().toISOString(), newUuid)
    if (changed !== draft) await drafts.put(changed)
  })
}

/** Writes on the phone in one transaction, and notes whether the phone keeps what is written. */
async function write<T>(tables: readonly Table[], work: () => Promise<T>): Promise<T> {
  try {
    const done = await phoneDatabase().transaction('rw', [...tables], work)
    noteKeeping(true)
    return done
  } catch (error) {
    noteKeeping(false)
    throw error
  }
}

/** Reads a draft after all changes requested earlier have been applied. */
export function readDraft(id: string): Promise<Draft | undefined> {
  const { drafts } = phoneDatabase()
  return phoneDatabase().transaction('rw', drafts, () => drafts.get(id))
}

/** Opens the draft of a task, creating it if there is none: one unsent draft per assignment and account. */
export async function openDraft(task: Task, owner: Owner): Promise<Draft> {
  const { drafts } = phoneDatabase()
  return write([drafts], async () => {
    const [there] = await draftsOf(task.id, owner.account)
    if (there !== undefined) return there
    const at = new Date()
    const draft: Draft = {
      id: newUuid(),
      assignment: task.id,
      year: task.year,
      unit: task.unit,
      unitName: task.unitName,
      account: owner.account,
      inspector: owner.name,
      visitedOn: firstVisitDay(task, businessDay(owner, at)),
      startedAt: at.toISOString(),
      changedAt: at.toISOString(),
      findings: [],
      clean: [],
      rowNotes: {},
      note: '',
      stage: { kind: 'filling' },
    }
    await drafts.add(draft)
    return draft
  })
}

/** Lists the drafts of a task; with an account, only its own. */
export async function draftsOf(assignment: string, account?: string): Promise<readonly Draft[]> {
  const all = await phoneDatabase().drafts.where('assignment').equals(assignment).toArray()
  return all.filter(draft => account === undefined || draft.account === account)
}

/** Takes over the draft of another account on this phone; its photos are sent again, since the server asks who sent them. */
export async function takeOverDraft(id: string, { account, name }: Owner): Promise<void> {
  const { drafts, photos } = phoneDatabase()
  await write([drafts, photos], async () => {
    await editDraft(id, { do: 'takeOver', account, inspector: name })
    await photos.where('draft').equals(id).modify(forgetFile)
  })
}

/** Forgets that a photo has reached the server. */
export function forgetFile(photo: DraftPhoto): void {
  delete (photo as { file?: string }).file
}

/** Moves a draft with all its content to a new id, for when the server already has different content under the old one. */
export async function renewDraft(id: string): Promise<void> {
  const { drafts, photos } = phoneDatabase()
  await write([drafts, photos], async () => {
    const draft = await drafts.get(id)
    if (draft === undefined || draft.stage.kind === 'waiting') return
    const fresh: Draft = {
      ...draft,
      id: newUuid(),
      findings: draft.findings.map(one => ({ ...one, id: newUuid() })),
      stage: { kind: 'filling' },
    }
    await drafts.delete(id)
    await drafts.add(fresh)
    await photos.where('draft').equals(id).modify({ draft: fresh.id })
  })
}

/** Deletes a draft with its photos; only at the inspector's own request, and never one that may have arrived. */
export async function dropDraft(id: string): Promise<void> {
  const { drafts, photos } = phoneDatabase()
  await write([drafts, photos], async () => {
    const stage = (await drafts.get(id))?.stage
    if (stage?.kind === 'waiting' && stage.perhapsSent) return
    await drafts.delete(id)
    await photos.where('draft').equals(id).delete()
  })
}

/** Stores a photo; the same picture of the same row is kept once. Removes the signatures, because the sheet has changed. */
export async function addPhoto(photo: DraftPhoto): Promise<void> {
  const { drafts, photos } = phoneDatabase()
  await write([drafts, photos], async () => {
    const draft = await drafts.get(photo.draft)
    if (draft === undefined || draft.stage.kind === 'waiting') return
    const same = await photos.where('draft').equals(photo.draft).toArray()
    if (same.some(({ hash, row }) => hash === photo.hash && row === photo.row)) return
    await photos.add(photo)
    await drafts.put(changeDraft(draft, { do: 'note', text: draft.note }, photo.addedAt, newUuid))
  })
}

/** Removes a photo. */
export async function removePhoto({ id, draft }: DraftPhoto): Promise<void> {
  const { drafts, photos } = phoneDatabase()
  await write([drafts, photos], async () => {
    const owner = await drafts.get(draft)
    if (owner === undefined || owner.stage.kind === 'waiting') return
    await photos.delete(id)
    await drafts.put(changeDraft(owner, { do: 'note', text: owner.note }, new Date().toISOString(), newUuid))
  })
}
