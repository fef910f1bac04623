/** 导入的留痕事件. Files by name and the first signs of their hash. */
export interface IntakeEvents {
  readonly intakeUploaded: { readonly file: string; readonly hash: string; readonly bytes: number }
  readonly intakeCommitted: {
    readonly file: string
    readonly hash: string
    readonly rows: number
    readonly accepted: number
    readonly refused: number
    /** 写入的内容, a phrase each. */
    readonly written: readonly string[]
  }
  readonly intakeDiscarded: { readonly file: string; readonly hash: string }
}

/** 导入事件的句子. */
export const intakeEventSentences: {
  readonly [K in keyof IntakeEvents]: (values: IntakeEvents[K]) => string
} = {
  intakeUploaded: ({ file, hash, bytes }) => `上传文件“${file}”（${bytes} 字节，校验值 ${hash}）供预览`,
  intakeCommitted: ({ file, hash, rows, accepted, refused, written }) =>
    `导入文件“${file}”（校验值 ${hash}）：共 ${rows} 行，接受 ${accepted} 行，退回 ${refused} 行；${written.join('；')}`,
  intakeDiscarded: ({ file, hash }) => `放弃导入文件“${file}”（校验值 ${hash}），没有写入`,
}
