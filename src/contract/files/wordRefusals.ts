import type { ValuesOf } from '../shape/sentenceTable.ts'

/** Why the text of a Word file is not read: a permanent code, and the Chinese sentence of its values. */
export const wordRefusals = {
  wordOld: ({ name }: { name: string }) =>
    `“${name}”是旧版 Word 文件（.doc 或 .rtf），没有读取；请用 Word 或 WPS 打开，选“另存为”，类型选“Word 文档（*.docx）”，再上传另存的文件`,
  wordLocked: ({ name }: { name: string }) =>
    `“${name}”设了打开密码，没有读取；请用 Word 或 WPS 打开，在“文件→信息→保护文档”中清空密码，保存后再上传`,
  wordKind: ({ name, found }: { name: string; found: string }) =>
    `“${name}”按内容看是${found}，不是 Word 文档，没有读取；请上传用 Word 或 WPS 另存为 .docx 的原稿`,
} as const

declare module '../../domain/kernel/refusal.ts' {
  interface RefusalValues extends ValuesOf<typeof wordRefusals> {}
}
