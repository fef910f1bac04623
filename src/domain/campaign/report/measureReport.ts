import type { ReportShareRule, ReportSide } from '../../scheme/reportRules.ts'
import { countWords, standingOfWords, type WordStanding } from './countWords.ts'
import type { DebriefReport } from './report.ts'
import type { ReportTerms } from './reportTerms.ts'

/** The share of one side (篇幅比例) beside the range that the scheme allows. */
export interface MeasuredShare extends ReportShareRule {
  /** In percent, to one decimal; undefined while neither side has a word. */
  readonly percent?: number
  readonly isInside: boolean
}

/** A report measured (篇幅): words in all and by part, and the shares. */
export interface ReportMeasure {
  readonly words: number
  readonly limit: number
  readonly standing: WordStanding
  readonly sections: readonly { readonly section: string; readonly words: number }[]
  readonly shares: readonly MeasuredShare[]
  /** Content areas that no paragraph answers. */
  readonly missingAreas: readonly string[]
}

/** A line of the report as it is written out (报告正文): its title, a heading of a part, or a paragraph. */
interface ReportLine {
  readonly kind: 'title' | 'heading' | 'paragraph'
  readonly text: string
  readonly section?: string
  readonly paragraph?: string
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Writes a report out as lines (报告正文), the same for counting and for the document; parts without text are left out, the others numbered. */
export function reportLines(terms: Pick<ReportTerms, 'sections'>, report: DebriefReport): ReportLine[] {
  const lines: ReportLine[] = [{ kind: 'title', text: report.title.trim() }]
  let number = 0
  for (const { id, name } of terms.sections) {
    const written = paragraphsOf(report, id).filter(({ text }) => text.trim() !== '')
    if (written.length === 0) continue
    const numeral = NUMERALS[number++]
    lines.push({
      kind: 'heading',
      text: numeral === undefined ? name : `${numeral}、${name}`,
      section: id,
    })
    for (const { id: paragraph, text } of written)
      lines.push({ kind: 'paragraph', text: text.trim(), section: id, paragraph })
  }
  return lines
}

/** Measures a report (量篇幅): title, headings and paragraphs count, the problem list does not. (六（二）) */
export function measureReport(terms: ReportTerms, report: DebriefReport): ReportMeasure {
  const lines = reportLines(terms, report)
  const words = lines.reduce((sum, line) => sum + countWords(line.text), 0)
  const sections = terms.sections.map(({ id }) => ({
    section: id,
    words: paragraphsOf(report, id).reduce((sum, { text }) => sum + countWords(text), 0),
  }))
  const answered = new Set(
    report.sections.flatMap(({ paragraphs }) =>
      paragraphs.filter(({ text }) => text.trim() !== '').flatMap(({ areas }) => areas),
    ),
  )
  return {
    words: words,
    limit: terms.limit,
    standing: standingOfWords(words, terms.limit),
    sections,
    shares: measureShares(terms, sections),
    missingAreas: terms.areas.filter(({ id }) => !answered.has(id)).map(({ id }) => id),
  }
}

function measureShares(terms: ReportTerms, measured: ReportMeasure['sections']): MeasuredShare[] {
  const wordsOn = (side: ReportSide): number =>
    terms.sections.reduce((sum, one, at) => sum + (one.side === side ? measured[at]!.words : 0), 0)
  const sides = { results: wordsOn('results'), problems: wordsOn('problems') }
  const total = sides.results + sides.problems
  return terms.shares.map(rule => {
    const part = sides[rule.of] * 100
    return {
      ...rule,
      percent: total === 0 ? undefined : Math.round((part * 10) / total) / 10,
      isInside: part >= (rule.from ?? 0) * total && part <= (rule.to ?? 100) * total,
    }
  })
}

/** Returns the paragraphs of a part (段落). */
function paragraphsOf({ sections }: DebriefReport, id: string) {
  return sections.filter(({ section }) => section === id).flatMap(({ paragraphs }) => paragraphs)
}
