import type { z } from 'zod'
import type { attachedPart, fileRefs } from '../../../contract/files/filesRoutes.ts'
import type { FileOwner } from '../../../contract/files/fileKinds.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { shownName } from '../../platform/http/shownName.ts'
import type { AppContext } from '../../platform/appContext.ts'
import {
  attachmentsOf,
  closeAttachments,
  filesOfUnit,
  filesSentBy,
  holdFiles,
  insertAttachments,
} from './files.store.ts'

/** The owner of files: a record of some room. Its files may be read by those who may read that unit's ledger (台账) of that year. */
interface FilesOwner {
  readonly owner: FileOwner
  readonly ownerId: string
  readonly year: number
  readonly unit: string
}

/** A reference to an uploaded file by its hash, with its name here. */
export type FileRef = z.output<typeof fileRefs>[number]

/** An attached file, as answered. */
export type Attached = z.output<typeof attachedPart>

/** Attaches files within the change of their record. `fileUnknown` unless the actor uploaded the file or it is already attached to this unit's records of the year. */
export async function attachFiles(
  tx: Transaction,
  context: Pick<AppContext, 'now' | 'newId'>,
  actor: Actor,
  to: FilesOwner,
  files: readonly FileRef[],
): Promise<Refusal | undefined> {
  if (files.length === 0) return undefined
  const hashes = files.map(ref => ref.file)
  const there = await holdFiles(tx, hashes)
  const [sent, ofUnit] = [
    await filesSentBy(tx, actor.id, hashes),
    await filesOfUnit(tx, to.year, to.unit, hashes),
  ]
  const unknown = files.find(({ file }) => !there.has(file) || !(sent.has(file) || ofUnit.has(file)))
  if (unknown !== undefined) return refuse('fileUnknown', { name: shownName(unknown.name) })
  const by = { at: context.now().toISOString(), byName: actor.name }
  const once = new Map(files.map(ref => [ref.file, ref]))
  const rows = [...once.values()].map(({ file, name }) => ({
    id: context.newId(),
    file,
    name: shownName(name),
    ...to,
    ...by,
  }))
  await insertAttachments(tx, rows)
  return undefined
}

/** Detaches these files, or all files of the record. */
export async function detachFiles(
  tx: Transaction,
  context: Pick<AppContext, 'now'>,
  actor: Actor,
  { owner, ownerId }: Pick<FilesOwner, 'owner' | 'ownerId'>,
  files?: readonly string[],
): Promise<void> {
  const by = { removedAt: context.now().toISOString(), removedBy: actor.name }
  await closeAttachments(tx, { owner, ownerId, files }, by)
}

/** Replaces the attachments of a record: attaches new files and detaches missing ones. */
export async function replaceAttached(
  tx: Transaction,
  context: Pick<AppContext, 'now' | 'newId'>,
  actor: Actor,
  to: FilesOwner,
  files: readonly FileRef[],
): Promise<Refusal | undefined> {
  const kept = new Set(files.map(ref => ref.file))
  const before = (await attachmentsOf(tx, to.owner, [to.ownerId])).map(row => row.file.hash)
  const refusal = await attachFiles(tx, context, actor, to, files)
  if (refusal !== undefined) return refusal
  await detachFiles(
    tx,
    context,
    actor,
    to,
    before.filter(hash => !kept.has(hash)),
  )
  return undefined
}

/** Lists the attachments of records by record id; a record without any is omitted. */
export async function listAttached(
  db: Database | Transaction,
  owner: FileOwner,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Attached[]>> {
  const lists = new Map<string, Attached[]>()
  for (const { attachment, file } of await attachmentsOf(db, owner, ownerIds)) {
    const list = lists.get(attachment.ownerId) ?? []
    if (list.length === 0) lists.set(attachment.ownerId, list)
    list.push({
      file: file.hash,
      name: attachment.name,
      size: file.size,
      type: file.type,
      takenOn: file.takenOn ?? undefined,
      at: toInstant(attachment.at),
      by: attachment.byName,
    })
  }
  return lists
}
