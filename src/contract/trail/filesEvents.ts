/** 附件的留痕事件. */
export type FilesEvents = Readonly<Record<never, never>>

/** 附件事件的句子. */
export const filesEventSentences: { readonly [K in keyof FilesEvents]: (values: FilesEvents[K]) => string } = {}
