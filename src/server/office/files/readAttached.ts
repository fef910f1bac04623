import type { FileKind } from '../../../contract/files/fileKinds.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { makeSmall } from './admit/makeSmall.ts'
import { isPicture } from './lookThrough.ts'
import { filesSentBy, findAttachment, findFile, type StoredFile } from './files.store.ts'
import type { Turns } from './limitConcurrency.ts'

const MEDIA: { readonly [K in FileKind]: string } = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: XLSX,
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jpg: 'image/jpeg',
  png: 'image/png',
}

const MISSING = refuse('notFound', { what: '这个附件' })

/** Reads one attachment of a unit: only what is attached to one of its records of that year. */
export async function readAttached(
  context: AppContext,
  turns: Turns,
  of: { readonly year: number; readonly unit: string; readonly file: string },
  isSmall: boolean,
): Promise<FileAnswer | Refusal> {
  const found = await findAttachment(context.db, of)
  return found === undefined ? MISSING : open(context, turns, found.file, found.attachment.name, isSmall)
}

/** Reads one's own upload, attached or not. */
export async function readOwnUpload(
  context: AppContext,
  turns: Turns,
  actor: Actor,
  hash: string,
  isSmall: boolean,
): Promise<FileAnswer | Refusal> {
  const own = await filesSentBy(context.db, actor.id, [hash])
  const found = own.has(hash) ? await findFile(context.db, hash) : undefined
  return found === undefined ? MISSING : open(context, turns, found, found.name, isSmall)
}

async function open(
  context: AppContext,
  turns: Turns,
  { hash, type }: StoredFile,
  name: string,
  isSmall: boolean,
): Promise<FileAnswer | Refusal> {
  if (isSmall && !isPicture(type)) return refuse('notFound', { what: '这个附件的小图' })
  const content = await context.files.read(hash)
  if (content === undefined) {
    context.log.error({ hash }, 'the bytes of a file are missing in the store')
    return MISSING
  }
  if (isSmall) return { name, type: MEDIA.jpg, content: await turns(() => makeSmall(content)), foreign: true }
  return { name, type: MEDIA[type], content, foreign: true }
}
