import { addressOf } from '../../client/call.ts'

/** Unit and year whose record a file belongs to. */
export interface FilesAt {
  readonly year: number
  readonly unit: string
}

/** Returns the address of an attachment, for pictures in a page; `small` is at most 360 pixels a side. */
export function fileAddress(file: string, at: FilesAt, small = false): string {
  return addressOf('/api/years/:year/units/:unit/files/:file', {
    params: { ...at, file },
    query: small ? { small: '1' } : {},
  })
}

/** Returns the address of the thumbnail of a file uploaded by this person, attached or not yet. */
export function ownFileAddress(file: string): string {
  return addressOf('/api/files/:file', { params: { file }, query: { small: '1' } })
}
