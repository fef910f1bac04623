import { addressOf } from '../../client/call.ts'

/** 单位和年度: whose record a file is at. */
export interface FilesAt {
  readonly year: number
  readonly unit: string
}

/** 附件的地址, for pictures in a page; `small` is at most 360 pixels a side. */
export function fileAddress(file: string, at: FilesAt, small = false): string {
  return addressOf('/api/years/:year/units/:unit/files/:file', {
    params: { ...at, file },
    query: small ? { small: '1' } : {},
  })
}

/** 本人所上传附件的小图, attached or not yet. */
export function ownFileAddress(file: string): string {
  return addressOf('/api/files/:file', { params: { file }, query: { small: '1' } })
}
