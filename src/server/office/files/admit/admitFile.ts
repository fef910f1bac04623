import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '../../../../contract/files/fileKinds.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { admitOffice } from './admitOffice.ts'
import { admitPdf } from './admitPdf.ts'
import { admitPicture } from './admitPicture.ts'
import { nameKind } from './nameKind.ts'

/** 收下的文件: what is kept of it. A picture may have become other bytes than were sent. */
export interface Admitted {
  readonly type: FileKind
  readonly bytes: Uint8Array
  /** ISO day, where the picture tells it. */
  readonly takenOn?: string
  /** 感知哈希 of a picture, 16 hex digits. */
  readonly phash?: string
}

const OFFICE = new Set(['docx', 'xlsx', 'pptx', 'zip'])
const WITH_MACROS = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm'])
const HEIC = new Set(['heic', 'heif', 'avif'])

/** 验收附件 by its content, whatever its name says. Refuses with `fileKindRefused`, `fileHeic`, `fileOldOffice`, `fileHasMacros`, `fileUnsafe`, `fileDamaged`, `filePixels`. */
export async function admitFile(name: string, bytes: Uint8Array): Promise<Admitted | Refusal> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext as string | undefined
  if (found === 'jpg' || found === 'png') return admitPicture(name, found, bytes)
  if (found === 'pdf') {
    const refusal = admitPdf(name, bytes)
    return refusal ?? { type: 'pdf', bytes }
  }
  if (found !== undefined && OFFICE.has(found)) {
    const type = await admitOffice(name, bytes)
    return isRefusal(type) ? type : { type, bytes }
  }
  if (found !== undefined && HEIC.has(found)) return refuse('fileHeic', { name })
  if (found !== undefined && WITH_MACROS.has(found)) return refuse('fileHasMacros', { name })
  if (found === 'cfb') return refuse('fileOldOffice', { name })
  return refuse('fileKindRefused', { name, found: nameKind(found, bytes) })
}
