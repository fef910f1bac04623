import { newUuid } from '../draft/newUuid.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { changeDraft, type DraftChange } from '../draft/changeDraft.ts'
import { firstVisitDay } from '../draft/firstVisitDay.ts'
import { type Owner, phoneDatabase, type Task } from './phoneDatabase.ts'

/** 改动草稿并立即存入手机: resolves when it is on the disk. */
export async function editDraft(id: string, change: DraftChange): Promise<void> {
  const { drafts } = phoneDatabase()
  await phoneDatabase().transaction('rw', drafts, async () => {
    const draft = await drafts.get(id)
    if (draft === undefined) return
    const changed = changeDraft(draft, change, new Date().toISOString(), newUuid)
    if (changed !== draft) await drafts.put(changed)
  })
}

/** 读出草稿, once every change asked for before is in it. */
export function readDraft(id: string): Promise<Draft | undefined> {
  const { drafts } = phoneDatabase()
  return phoneDatabase().transaction('rw', drafts, () => drafts.get(id))
}

/** 开始一份草稿, or the one there is: one unsent draft an assignment. */
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

/** 改为另一份: where the server already has another content under this draft's number, it goes on under a new one, with all that is in it. */
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

/** 放弃一份草稿 with its photos: only on the inspector's own word. */
export async function dropDraft(id: string): Promise<void> {
  const database = phoneDatabase()
  const { drafts, photos } = database
  await database.transaction('rw', [drafts, photos], async () => {
    await drafts.delete(id)
    await photos.where('draft').equals(id).delete()
  })
}

/** 存入一张照片; the same picture of the same row is kept once. Signatures fall, for the sheet has changed. */
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

/** 去掉一张照片. */
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
