import { strFromU8, unzipSync } from 'fflate'
import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { admitOffice } from '../admitOffice.ts'
import { sniffBytes, sniffOle } from '../xlsx/sniffBytes.ts'

/** The largest text part that is read, inflated: a report of 200,000 characters takes some 2 MiB. */
const MOST = 24 * 1024 * 1024

/** Admits a .docx and returns its text parts. Refuses with `attachmentEmpty`, `wordOld`, `wordLocked`, `wordKind`, `fileHasMacros`, `fileUnsafe`, `fileDamaged`. */
export function admitWord(name: string, bytes: Uint8Array): Record<string, Uint8Array> | Refusal {
  const wrong = otherKind(name, bytes)
  if (wrong !== undefined) return wrong
  const type = admitOffice(name, bytes)
  if (isRefusal(type))
    return type.code === 'fileKindRefused' ? refuse('wordKind', { name, found: '压缩包' }) : type
  if (type !== 'docx') return refuse('wordKind', { name, found: KINDS[type] })
  const files = unzipSync(bytes, { filter: ({ name: part }) => /\.(xml|rels)$/.test(part) })
  if (Object.values(files).some(part => part.length > MOST))
    return refuse('fileUnsafe', { name, why: '解压后大得异常' })
  return files
}

const KINDS = { xlsx: ' Excel 表格', pptx: '演示文稿', ofd: ' OFD 版式文件' } as const

function otherKind(name: string, bytes: Uint8Array): Refusal | undefined {
  switch (sniffBytes(bytes)) {
    case 'zip':
      return undefined
    case 'empty':
      return refuse('attachmentEmpty', { name })
    case 'ole':
      return oleKind(name, sniffOle(bytes))
    case 'pdf':
      return refuse('wordKind', { name, found: ' PDF' })
    case 'image':
      return refuse('wordKind', { name, found: '图片' })
    case 'html':
    case 'xml':
      return refuse('wordKind', { name, found: '网页或 XML' })
    case 'text':
      return strFromU8(bytes.subarray(0, 5), true) === '{\\rtf'
        ? refuse('wordOld', { name })
        : refuse('wordKind', { name, found: '纯文本' })
    default:
      return refuse('wordKind', { name, found: '其他格式的文件' })
  }
}

function oleKind(name: string, inside: ReturnType<typeof sniffOle>): Refusal {
  if (inside === 'encrypted') return refuse('wordLocked', { name })
  return inside === 'word'
    ? refuse('wordOld', { name })
    : refuse('wordKind', { name, found: '旧版 Office 文件' })
}
