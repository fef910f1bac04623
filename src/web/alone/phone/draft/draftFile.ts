import type { Task, TaskDetail, WorkRubric, WorkScheme } from '../keep/phoneDatabase.ts'
import { sha256 } from '../../../kit/sha256.ts'
import type { Draft, DraftPhoto } from './Draft.ts'

/** An exported draft file: the draft with its photos and everything another phone needs to open it offline. `hash` covers everything else. */
interface DraftFile {
  readonly kind: 'hengping-inspection-draft'
  readonly version: 1
  readonly draft: Draft
  readonly photos: readonly (Omit<DraftPhoto, 'bytes' | 'file'> & { readonly data: string })[]
  readonly task: Task
  readonly detail: TaskDetail
  readonly rubric: WorkRubric
  readonly scheme: WorkScheme
}

/** Content read from a draft file. */
export interface ReadDraft extends Omit<DraftFile, 'photos' | 'kind' | 'version'> {
  readonly photos: readonly DraftPhoto[]
}

/** Writes a draft file (JSON). */
export async function writeDraftFile(read: ReadDraft): Promise<string> {
  const { photos, ...rest } = read
  const content: DraftFile = {
    kind: 'hengping-inspection-draft',
    version: 1,
    ...rest,
    photos: photos.map(writePhoto),
  }
  const text = JSON.stringify(content)
  return JSON.stringify({ hash: sha256(text), content: text })
}

/** Reads a draft file. Throws an Error with a message in Chinese when it is not a draft file, or when it or one of its photos is damaged. */
export async function readDraftFile(text: string): Promise<ReadDraft> {
  const outer = parse(text) as { readonly hash?: unknown; readonly content?: unknown } | undefined
  if (typeof outer?.content !== 'string' || typeof outer.hash !== 'string') throw new Error(NOT_OURS)
  if (sha256(outer.content) !== outer.hash)
    throw new Error('文件不完整或被改动过：请在原来的手机上重新导出。')
  const content = parse(outer.content) as DraftFile | undefined
  if (content?.kind !== 'hengping-inspection-draft') throw new Error(NOT_OURS)
  if (content.version !== 1) throw new Error('这份文件由更新版本的页面导出：请先更新本机的页面。')
  const { kind: _, version: __, photos, ...rest } = content
  const read = await Promise.all(
    photos.map(async ({ data, ...photo }) => ({ ...photo, bytes: fromBase64(data) })),
  )
  for (const { bytes, hash } of read)
    if (sha256(bytes) !== hash) throw new Error('文件中的照片已损坏：请在原来的手机上重新导出。')
  return { ...rest, photos: read }
}

const NOT_OURS = '这不是核查表文件：请选择从手机核查页面导出的文件（名称以“核查表”开头）。'

function writePhoto(photo: DraftPhoto): DraftFile['photos'][number] {
  const { bytes, file: _, ...rest } = photo
  return { ...rest, data: toBase64(bytes) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes)
  let text = ''
  for (let at = 0; at < all.length; at += 0x8000)
    text += String.fromCharCode(...all.subarray(at, at + 0x8000))
  return btoa(text)
}

function fromBase64(text: string): ArrayBuffer {
  const raw = atob(text)
  const bytes = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at)
  return bytes.buffer
}
