import type { Readable } from 'node:stream'

/** 下载文件: its name as a person sees it (Chinese allowed), media type and content. */
export interface FileAnswer {
  readonly name: string
  readonly type: string
  readonly content: Readable | Uint8Array | string
  /** sent by somebody else: opened by itself it may do nothing at all. */
  readonly foreign?: true
}
