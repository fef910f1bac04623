/** Trail events of files, named by file name and the first digits of the hash. */
export const filesEvents = {
  fileUploaded: ({ file, hash, bytes }: { file: string; hash: string; bytes: number }) =>
    `上传附件“${file}”（${bytes} 字节，校验值 ${hash}）`,
  filesSwept: ({ files, bytes }: { files: number; bytes: number }) =>
    `清理搁置一周以上、从未被引用的附件 ${files} 个，共 ${bytes} 字节`,
}
