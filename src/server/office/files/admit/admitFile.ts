import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '../../../../contract/files/fileKinds.ts'
import { isRefusal, type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import { admitOffice } from '../../../../files/admitOffice.ts'
import { admitPicture } from './admitPicture.ts'
import { needsPassword } from './needsPassword.ts'
import { nameKind } from './nameKind.ts'

/** The most bytes allowed after the last end marker of a file: line ends, and what careless writers leave. */
const MOST_BEHIND = 1024

/** Features that a PDF reader would run or unpack. Names in compressed objects are not seen; hence a PDF is only ever offered as a download. */
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia']

/** Admits a PDF: proper beginning and end, nothing appended, no script and no embedded file, and no password needed to open it. */
function admitPdf(name: string, bytes: Uint8Array): Refusal | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return refuse('fileUnsafe', { name, why: '开头夹带了别的内容' })
  const end = buffer.lastIndexOf('%%EOF')
  if (end < 0) return refuse('fileDamaged', { name, why: '没有结尾' })
  if (buffer.length - end - 5 > MOST_BEHIND || buffer.subarray(end + 5).includes('PK')) {
    return refuse('fileUnsafe', { name, why: '末尾附有别的内容' })
  }
  if (ACTIVE.some(word => buffer.includes(word)))
    return refuse('fileUnsafe', { name, why: '带有脚本或夹带文件' })
  return needsPassword(buffer) ? refuse('fileNeedsPassword', { name }) : undefined
}

/** An admitted file: what is kept of it. A picture's bytes may differ from those sent. */
export interface Admitted {
  readonly type: FileKind
  readonly bytes: Uint8Array
  /** ISO day, if the picture contains it. */
  readonly takenOn?: string
  /** perceptual hash of a picture, 16 hex digits; none while it is not looked at. */
  readonly phash?: string
}

const OFFICE = new Set(['docx', 'xlsx', 'pptx', 'ofd', 'zip'])
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm'])
const HEIC = new Set(['heic', 'heif', 'avif'])

/** Admits an attachment by its content, whatever its name says; what a picture shows may be looked at later. Refuses with `fileKindRefused`, `fileHeic`, `fileOldOffice`, `fileNeedsPassword`, `fileHasMacros`, `fileUnsafe`, `fileDamaged`, `filePixels`. */
export async function admitFile(
  name: string,
  bytes: Uint8Array,
  isLookedAtLater = false,
): Promise<Admitted | Refusal> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext as string | undefined
  if (found === 'jpg' || found === 'png') return admitPicture(name, found, bytes, isLookedAtLater)
  if (found === 'pdf') {
    const refusal = admitPdf(name, bytes)
    return refusal ?? { type: 'pdf', bytes }
  }
  if (found !== undefined && OFFICE.has(found)) {
    const type = admitOffice(name, bytes)
    return isRefusal(type) ? type : { type, bytes }
  }
  if (found !== undefined && HEIC.has(found)) return refuse('fileHeic', { name })
  if (found !== undefined && WITH_MACROS.has(found)) return refuse('fileHasMacros', { name })
  if (found === 'cfb') return refuse('fileOldOffice', { name })
  return refuse('fileKindRefused', { name, found: nameKind(found, bytes) })
}
