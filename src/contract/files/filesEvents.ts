/** 附件的留痕事件. Files by name and the first signs of their hash. */
export interface FilesEvents {
  readonly fileUploaded: { readonly file: string; readonly hash: string; readonly bytes: number }
  readonly filesSwept: { readonly files: number; readonly bytes: number }
}

/** 附件事件的句子. */
export const filesEventSentences: { readonly [K in keyof FilesEvents]: (values: FilesEvents[K]) => string } =
  {
    fileUploaded: ({ file, hash, bytes }) => `上传附件“${file}”（${bytes} 字节，校验值 ${hash}）`,
    filesSwept: ({ files, bytes }) => `清理搁置一周以上、从未被引用的附件 ${files} 个，共 ${bytes} 字节`,
  }
