import type { DocumentKind } from './documentKind.ts'
import { approvalSheet } from './kinds/approvalSheet.ts'
import { consequenceNotice } from './kinds/consequenceNotice.ts'
import { countSheet } from './kinds/countSheet.ts'
import { drawCertificate } from './kinds/drawCertificate.ts'
import { feedback } from './kinds/feedback.ts'
import { groupReport } from './kinds/groupReport.ts'
import { inspectionSheet } from './kinds/inspectionSheet.ts'
import { issueList } from './kinds/issueList.ts'
import { meetingNotice } from './kinds/meetingNotice.ts'
import { minutes } from './kinds/minutes.ts'
import { planReport } from './kinds/planReport.ts'
import { publicNotice } from './kinds/publicNotice.ts'
import { reassignment } from './kinds/reassignment.ts'
import { rectification } from './kinds/rectification.ts'
import { reminder } from './kinds/reminder.ts'
import { surveyCommission } from './kinds/surveyCommission.ts'
import { surveyReport } from './kinds/surveyReport.ts'
import { talkRecord } from './kinds/talkRecord.ts'
import { transmittal } from './kinds/transmittal.ts'

/** Every kind of official document (公文), in the order of the year. */
export const documentKinds: readonly DocumentKind[] = [
  reminder,
  drawCertificate,
  inspectionSheet,
  surveyCommission,
  surveyReport,
  meetingNotice,
  minutes,
  countSheet,
  groupReport,
  approvalSheet,
  feedback,
  issueList,
  planReport,
  rectification,
  consequenceNotice,
  talkRecord,
  reassignment,
  transmittal,
  publicNotice,
]

const byId = new Map(documentKinds.map(kind => [kind.id, kind]))

/** Finds a kind by its code. */
export function findKind(id: string): DocumentKind | undefined {
  return byId.get(id)
}
