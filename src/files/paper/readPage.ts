import { findCorners } from './findCorners.ts'
import { findHomography } from './homography.ts'
import { CORNERS, layOutPage, readPageCode, type PaperForm } from './paperLayout.ts'
import type { Picture } from './picture.ts'
import { readCode } from './readCode.ts'
import { readRows, type RowReading } from './readRows.ts'
import { straighten } from './straighten.ts'

/** A page that was read: whose it is, its rows, and the straightened picture of it. */
export interface PageReading {
  readonly voterClass: string
  readonly page: number
  readonly rows: readonly RowReading[]
  readonly grey: Picture
}

/** Why a picture gave no page: no corner marks with a form code, or a code of another meeting. */
export type Unread = 'noPage' | 'otherForm'

/** Reads a picture of one page of a paper sheet, whichever way it is turned. */
export function readPage(picture: Picture, form: PaperForm): PageReading | Unread {
  let isOther = false
  for (const corners of findCorners(picture))
    for (let turn = 0; turn < 4; turn++) {
      const map = findHomography(
        CORNERS,
        corners.map((_, at) => corners[(at + turn) % 4]!),
      )
      const code = map && readCode(picture, map)
      if (code === undefined) continue
      const found = readPageCode(form, code)
      if (found === undefined) {
        isOther = true
        continue
      }
      const page = straighten(picture, map!)
      const layout = layOutPage(form, found.voterClass, found.page, 'boxes')
      return { ...found, rows: readRows(page, layout), grey: page.grey }
    }
  return isOther ? 'otherForm' : 'noPage'
}
