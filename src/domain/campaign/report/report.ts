import type { Day } from '../../kernel/calendar.ts'

/** A debrief report (述职报告) as it is written: title, parts with paragraphs, and the list of problems. (六（二）) */
export interface DebriefReport {
  readonly title: string
  readonly sections: readonly ReportSection[]
  readonly problems: readonly ReportProblem[]
}

/** A part (部分) of a report; `section` is its id in the scheme. */
interface ReportSection {
  readonly section: string
  readonly paragraphs: readonly ReportParagraph[]
}

/** A paragraph (段落): `id` stays with it through the versions; `areas` are the content areas that it answers. (二) */
export interface ReportParagraph {
  readonly id: string
  readonly text: string
  readonly areas: readonly string[]
}

/** A line of the problem list (问题整改清单): it has a remedy and a date once it is complete. (六（二）) */
export interface ReportProblem {
  readonly problem: string
  readonly cause: string
  readonly remedy: string
  readonly due?: Day
}
