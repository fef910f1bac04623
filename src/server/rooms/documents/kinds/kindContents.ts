import { consequenceNotice, reassignment, talkRecord, transmittal } from './consequenceKinds.ts'
import { drawCertificate, inspectionSheet, surveyCommission, surveyReport } from './fieldKinds.ts'
import type { LoadKind } from './kindContent.ts'
import { countSheet, meetingNotice, minutes } from './meetingKinds.ts'
import { approvalSheet, feedback, groupReport } from './resultKinds.ts'
import { issueList, planReport, publicNotice, rectification, reminder } from './unitKinds.ts'

/** How each kind is drawn up. */
export const kindContents: Readonly<Record<string, LoadKind>> = {
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
}
