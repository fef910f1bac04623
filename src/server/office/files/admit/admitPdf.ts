import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'

/** What may stand behind the last end of a file: ends of lines, and what careless writers leave. */
const MOST_BEHIND = 1024

/** Things that a reading program would run or unpack. Names in compressed objects are not seen; hence a PDF is only ever handed out as a download. */
const ACTIVE = ['/JavaScript', '/Launch', '/EmbeddedFile', '/RichMedia']

/** 验收 PDF: begins as one, ends as one, nothing appended, no script and no file within. */
export function admitPdf(name: string, bytes: Uint8Array): Refusal | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return refuse('fileUnsafe', { name, why: '开头夹带了别的内容' })
  const end = buffer.lastIndexOf('%%EOF')
  if (end < 0) return refuse('fileDamaged', { name, why: '没有结尾' })
  if (buffer.length - end - 5 > MOST_BEHIND || buffer.subarray(end + 5).includes('PK')) {
    return refuse('fileUnsafe', { name, why: '末尾附有别的内容' })
  }
  const active = ACTIVE.some(word => buffer.includes(word))
  return active ? refuse('fileUnsafe', { name, why: '带有脚本或夹带文件' }) : undefined
}
