import { createDiskFiles } from './diskFiles.ts'
import type { FileSettings, FileStore } from './fileStore.ts'
import { createS3Files } from './s3Files.ts'

/** Creates the file store by setting: the data folder, or an S3-compatible store. */
export function createFileStore(settings: FileSettings): FileStore {
  return settings.kind === 's3' ? createS3Files(settings) : createDiskFiles(settings.data)
}
