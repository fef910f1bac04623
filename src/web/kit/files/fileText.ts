import { type FileKind, MOST_MEGABYTES } from '../../../contract/files/fileKinds.ts'
import { filesRefusals } from '../../../contract/files/filesRefusals.ts'

/** File types that the browser's file chooser offers. Without HEIC among them, an iPhone hands photos over as JPEG. */
export const ACCEPTED = 'image/jpeg,image/png,.jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.pptx'

/** The accepted files, stated beforehand. */
export const WHAT_IS_TAKEN = `照片（JPG、PNG）、PDF、OFD、Word（docx）、Excel（xlsx）、演示文稿（pptx），每个不超过 ${MOST_MEGABYTES} MB`

/** Prints a file size: 820 KB, 3.4 MB. */
export function printSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`
}

/** Checks a file before the upload: why it is refused, in the server's own words. */
export function judgeFile({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size === 0) return filesRefusals.attachmentEmpty({ name })
  if (/\.(heic|heif)$/i.test(name)) return filesRefusals.fileHeic({ name })
  if (size > MOST_MEGABYTES * 1024 * 1024)
    return `“${name}”有 ${printSize(size)}，超过 ${MOST_MEGABYTES} MB，没有上传；请压缩或拆分后再上传`
  return undefined
}

/** Checks whether a file is a picture. */
export function isPicture(type: FileKind): boolean {
  return type === 'jpg' || type === 'png'
}
