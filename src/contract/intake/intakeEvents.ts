/** Chinese sentences for the import events. */
export const intakeEvents = {
  intakeUploaded: ({ file, hash, bytes }: { file: string; hash: string; bytes: number }) =>
    `上传文件“${file}”（${bytes} 字节，校验值 ${hash}）供预览`,
  intakeCommitted: ({
    file,
    hash,
    rows,
    accepted,
    refused,
    written,
  }: {
    file: string
    hash: string
    rows: number
    accepted: number
    refused: number
    written: readonly string[]
  }) =>
    `导入文件“${file}”（校验值 ${hash}）：共 ${rows} 行，接受 ${accepted} 行，退回 ${refused} 行；${written.join('；')}`,
  intakeDiscarded: ({ file, hash }: { file: string; hash: string }) =>
    `放弃导入文件“${file}”（校验值 ${hash}），没有写入`,
}
