import type { Citation } from '../../kernel/citation.ts'
import type { ReportArea, ReportSectionRule, ReportShareRule, ReportSide } from '../../scheme/reportRules.ts'
import { indexRulings } from '../../scheme/rulings.ts'
import type { Scheme } from '../../scheme/scheme.ts'

/** A part (部分) with the side on which it counts; on neither side if undefined. */
interface ReportSectionTerm extends ReportSectionRule {
  readonly side?: ReportSide
}

/** What a report is measured against (述职报告的要求), as the scheme and its rulings have it. (六（二）) */
export interface ReportTerms {
  readonly citation: Citation
  readonly limit: number
  readonly minutes?: number
  readonly slides: boolean
  readonly sections: readonly ReportSectionTerm[]
  readonly shares: readonly ReportShareRule[]
  readonly areas: readonly ReportArea[]
}

/** Returns what a report is measured against (述职报告的要求); nothing where the scheme asks for no report. */
export function reportTerms(scheme: Scheme): ReportTerms | undefined {
  const rules = scheme.report
  if (rules === undefined) return undefined
  const sides = indexRulings(scheme).find('reportSides')?.answer
  const { citation, limit, minutes, slides = false, shares = [], areas = [] } = rules
  return {
    citation,
    limit,
    minutes,
    slides,
    sections: rules.sections.map(section => {
      switch (section.meaning) {
        case 'results':
          return { ...section, side: 'results' as const }
        case 'practice':
        case 'lastYear': {
          const side = sides?.[section.meaning]
          return side === undefined || side === 'neither' ? section : { ...section, side }
        }
        default:
          return { ...section, side: 'problems' as const }
      }
    }),
    shares,
    areas,
  }
}
