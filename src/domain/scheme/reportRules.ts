import type { Citation } from '../kernel/citation.ts'
import type { Named } from './scheme.ts'

/** The id of the lead unit among those who vet (牵头单位); no body bears it. */
export const LEAD_UNIT_VETS = 'leadUnit'

/** What a scheme asks of the debrief report (述职报告). Percentages are plain numbers. (六（二）, 六（三）) */
export interface ReportRules {
  readonly citation: Citation
  /** The most words (字数) that a report may have. */
  readonly limit: number
  /** The deadline of the timetable by which it is handed in. (六（三）) */
  readonly deadline: string
  /** Minutes for speaking, and so for the slides. */
  readonly minutes?: number
  /** Whether slides go with it. */
  readonly slides?: boolean
  /** The organizer's bodies that vet it, each for itself. (六（三）) */
  readonly bodies: readonly Named[]
  /** Whether the unit's lead unit vets it, too. */
  readonly leadUnitVets: boolean
  /** Its parts (部分), in order. */
  readonly sections: readonly ReportSectionRule[]
  /** Shares (篇幅比例) that a side of the report is to keep within. */
  readonly shares?: readonly ReportShareRule[]
  /** The content areas (内容) that paragraphs answer. (二) */
  readonly areas?: readonly ReportArea[]
  /** The ledger counters of a late and of a missing report. */
  readonly lateness?: { readonly late: string; readonly missing: string }
}

/** What a part of a report means (部分的含义). */
export type ReportMeaning = 'results' | 'practice' | 'problems' | 'nextSteps' | 'lastYear'

/** A part of the report (部分): its heading and its meaning. */
export interface ReportSectionRule {
  readonly id: string
  readonly name: string
  readonly meaning: ReportMeaning
}

/** A side of the report (一侧): what was achieved, or problems and what is to be done. */
export type ReportSide = 'results' | 'problems'

/** The range of the share of one side (篇幅比例), in percent; at least one bound is given. */
export interface ReportShareRule {
  readonly of: ReportSide
  readonly from?: number
  readonly to?: number
  readonly citation: Citation
}

/** A content area (内容) with its clause. */
export interface ReportArea extends Named {
  readonly citation: Citation
}
