import type { Day } from '../../../domain/kernel/calendar.ts'
import type { CallAnswer } from '../../client/call.ts'

type Wire = CallAnswer<'GET /api/years/:year/units/:unit/report'>

/** A debrief report as its reader sees it; its text always comes whole. */
export type Report = Omit<Wire, 'content'> & { readonly content?: ReportContent }

/** A paragraph. */
export interface Paragraph {
  readonly id: string
  readonly text: string
  readonly areas: string[]
}

/** A part of the text with its paragraphs. */
export interface ContentSection {
  readonly section: string
  readonly paragraphs: Paragraph[]
}

/** A line of the problem list. */
export interface Problem {
  readonly problem: string
  readonly cause: string
  readonly remedy: string
  readonly due?: Day
}

/** The text of a report. */
export interface ReportContent {
  readonly title: string
  readonly sections: ContentSection[]
  readonly problems: Problem[]
}

/** What the report is measured against. */
export type Terms = Report['terms']

/** A body that vets. */
export type Vetter = Report['vetters'][number]

/** A comment of one who vets. */
export type ReportComment = Report['comments'][number]

/** A row of the list. */
export type ReportRow = CallAnswer<'GET /api/years/:year/reports'>['reports'][number]
