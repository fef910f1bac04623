import type { ReportMeaning } from '../../scheme/reportRules.ts'
import type { DebriefReport, ReportParagraph } from './report.ts'
import type { ReportTerms } from './reportTerms.ts'

/** Words by which people head a part, the most telling first. */
const WORDS: readonly (readonly [ReportMeaning, RegExp])[] = [
  ['lastYear', /(上一?年度?|去年|往年).*(问题|整改|反馈)|整改(落实)?情况/],
  ['nextSteps', /下一?步|打算|努力方向|工作思路|今后|明年|下一年/],
  ['problems', /问题|不足|差距|短板|原因/],
  ['practice', /特色|亮点|创新|品牌/],
  ['results', /成效|成绩|履职|履行|工作情况|主要工作|主要做法/],
]

/** Characters of a heading at most. */
const HEADING = 30

/**
 * Places the lines of a whole report (述职报告全文) into the parts of the scheme by its headings. A heading
 * carries the name of a part, or a number and words of its meaning. What stands before the first heading
 * goes into the first part.
 */
export function placeText(terms: Pick<ReportTerms, 'sections'>, lines: readonly string[]): DebriefReport {
  const written = lines.map(line => line.trim()).filter(line => line !== '')
  const [first = ''] = written
  const hasTitle = [...first].length <= 60 && !/[。；：，]$/.test(first) && partOf(terms, first) === undefined
  const sections = terms.sections.map(({ id }) => ({ section: id, paragraphs: [] as ReportParagraph[] }))
  let at = 0
  let count = 0
  for (const text of hasTitle ? written.slice(1) : written) {
    const part = partOf(terms, text)
    if (part === undefined) sections[at]?.paragraphs.push({ id: `w${++count}`, text, areas: [] })
    else at = part
  }
  return { title: hasTitle ? first : '述职报告', sections, problems: [] }
}

/** Returns the part that a heading opens. */
function partOf({ sections }: Pick<ReportTerms, 'sections'>, line: string): number | undefined {
  if ([...line].length > HEADING || /[。；，]$/.test(line)) return undefined
  const bare = line.replace(/^(第?[一二三四五六七八九十]+(部分)?[、.．：\s]\s*)/, '').trim()
  const named = sections.findIndex(({ name }) => name === bare)
  if (named >= 0) return named
  if (bare === line) return undefined
  const meaning = WORDS.find(([, words]) => words.test(bare))?.[0]
  const found = sections.findIndex(one => one.meaning === meaning)
  return found < 0 ? undefined : found
}
