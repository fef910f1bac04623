import type { DocumentData } from '../../../../contract/documents/documentField.ts'
import type { Refusal } from '../../../../domain/kernel/refusal.ts'
import type { DocumentSource } from '../documentYear.ts'
import { approvalSheetContent } from './approvalSheetContent.ts'
import { consequenceNoticeContent, feedbackContent, issueListContent } from './unitContents.ts'
import { groupReportContent } from './groupReportContent.ts'
import { transmittalContent } from './transmittalContent.ts'

/** What a document says before anybody types into it. */
export interface KindContent {
  readonly title: string
  readonly addressee: string
  /** Computed only where the document is made: it asks for the explanation of each score. */
  data(): DocumentData
}

/** Draws up the content of a kind from a sealed year, for one unit if the kind is per unit. */
export type DrawContent = (source: DocumentSource, unit: string | undefined) => KindContent | Refusal

/** How each kind is drawn up. */
export const kindContents: Readonly<Record<string, DrawContent>> = {
  groupReport: groupReportContent,
  feedback: feedbackContent,
  issueList: issueListContent,
  consequenceNotice: consequenceNoticeContent,
  transmittal: transmittalContent,
  approvalSheet: approvalSheetContent,
}
