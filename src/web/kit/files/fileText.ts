import { type FileKind, MOST_MEGABYTES } from '../../../contract/files/fileKinds.ts'
import { filesRefusals } from '../../../contract/files/filesRefusals.ts'

/** What the chooser of a browser offers. Without HEIC among them, an iPhone hands photos over as JPEG. */
export const ACCEPTED = 'image/jpeg,image/png,.jpg,.jpeg,.png,.pdf,.docx,.xlsx,.pptx'

/** 收什么, said beforehand. */
export const WHAT_IS_TAKEN = `照片（JPG、PNG）、PDF、Word（docx）、Excel（xlsx）、演示文稿（pptx），每个不超过 ${MOST_MEGABYTES} MB`

/** 大小: 820 KB, 3.4 MB. */
export function printSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`
}

/** 不必上传就知道不行的: why, in the sentence that the server would say. */
export function judgeFile({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size === 0) return filesRefusals.attachmentEmpty({ name })
  if (/\.(heic|heif)$/i.test(name)) return filesRefusals.fileHeic({ name })
  if (size > MOST_MEGABYTES * 1024 * 1024)
    return `“${name}”有 ${printSize(size)}，超过 ${MOST_MEGABYTES} MB，没有上传；请压缩或拆分后再上传`
  return undefined
}

/** 是否图片. */
export function isPicture(type: FileKind): boolean {
  return type === 'jpg' || type === 'png'
}
