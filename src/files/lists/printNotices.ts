import type { ImportNotice } from '../../contract/shape/listImport.ts'
import { sentenceOfRefusal } from '../../contract/shape/refusalSentences.ts'
import { printPlace } from './place.ts'
import type { Notice } from './readingLog.ts'

/** At most so many kinds of notices are shown. */
const MOST = 100

/** Prints the notices of a reading. */
export function printNotices(notices: readonly Notice[]): ImportNotice[] {
  return notices.slice(0, MOST).map(({ place, notice, times }) => ({
    place: printPlace(place),
    sentence: sentenceOfRefusal(notice),
    times,
  }))
}
