import type { FilesRefusalValues } from '../domain/kernel/filesRefusals.ts'

/** 附件拒绝的中文句子. */
export const filesSentences: { readonly [C in keyof FilesRefusalValues]: (values: FilesRefusalValues[C]) => string } = {}
