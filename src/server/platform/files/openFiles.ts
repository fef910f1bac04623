import { openDiskFiles } from './diskFiles.ts'
import type { FileSettings, FileStore } from './fileStore.ts'
import { openS3Files } from './s3Files.ts'

/** 打开附件存储 by setting: the data folder, or an S3-compatible store. */
export function openFiles(settings: FileSettings): FileStore {
  return settings.kind === 's3' ? openS3Files(settings) : openDiskFiles(settings.data)
}
