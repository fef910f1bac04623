import { newUuid } from '../draft/newUuid.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { changeDraft, type DraftChange } from '../draft/changeDraft.ts'
import { firstVisitDay } from '../draft/firstVisitDay.ts'
import { type Owner, phoneDatabase, type Task } from './phoneDatabase.ts'

/** Changes a draft and saves it on the phone; resolves once it is on disk. */
export async function editDraft(id: string, change: DraftChange): Promise<void> {
  const { drafts } = phoneDatabase()
  await phoneDatabase().transaction('rw', drafts, async () => {
    const draft = await drafts.get(id)
    if (draft === undefined) return
    const changed = changeDraft(draft, change, new Date().toISOString(), newUuid)
    if (changed !== draft) await drafts.put(changed)
  })
}

/** Reads a draft after all changes requested earlier have been applied. */
export function readDraft(id: string): Promise<Draft | undefined> {
  const { drafts } = phoneDatabase()
  return phoneDatabase().transaction('rw', drafts, () => drafts.get(id))
}

/** Opens the draft of a task, creating it if there is none: one unsent draft per assignment. */
export async function openDraft(task: Task, owner: Owner): Promise<Draft> {
  const { drafts } = phoneDatabase()
  return phoneDatabase().transaction('rw', drafts, async () => {
    const there = await drafts.where('assignment').equals(task.id).first()
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
      visitedOn: firstVisitDay(task, owner.today, at),
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

/** Moves a draft with all its content to a new id, for when the server already has different content under the old one. */
export async function renewDraft(id: string): Promise<void> {
  const database = phoneDatabase()
  const { drafts, photos } = database
  await database.transaction('rw', [drafts, photos], async () => {
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

/** Deletes a draft with its photos; only at the inspector's own request. */
export async function dropDraft(id: string): Promise<void> {
  const database = phoneDatabase()
  const { drafts, photos } = database
  await database.transaction('rw', [drafts, photos], async () => {
    await drafts.delete(id)
    await photos.where('draft').equals(id).delete()
  })
}

/** Stores a photo; the same picture of the same row is kept once. Removes the signatures, because the sheet has changed. */
export async function addPhoto(photo: DraftPhoto): Promise<void> {
  const database = phoneDatabase()
  const { drafts, photos } = database
  await database.transaction('rw', [drafts, photos], async () => {
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
  const database = phoneDatabase()
  await database.transaction('rw', [database.drafts, database.photos], async () => {
    const owner = await database.drafts.get(draft)
    if (owner === undefined || owner.stage.kind === 'waiting') return
    await database.photos.delete(id)
    await database.drafts.put(
      changeDraft(owner, { do: 'note', text: owner.note }, new Date().toISOString(), newUuid),
    )
  })
}
