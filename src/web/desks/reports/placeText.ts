import { newParagraph } from './editContent.ts'
import type { ReportContent, Terms } from './reportTypes.ts'

/** Words by which people head a part, the most telling first. */
const WORDS: readonly (readonly [Terms['sections'][number]['meaning'], RegExp])[] = [
  ['lastYear', /上(一)?年度?.*(问题|整改)|去年.*(问题|整改)|整改(落实)?情况/],
  ['nextSteps', /下(一)?步|打算|努力方向|工作思路|今后/],
  ['problems', /问题|不足|差距|原因/],
  ['practice', /特色|亮点|创新|品牌/],
  ['results', /成效|成绩|履职|履行|工作情况|主要工作|主要做法/],
]

/** Places the lines of a whole report into the parts of the scheme by its headings; what stands before the first heading goes into the first part. */
export function placeText(terms: Terms, lines: readonly string[]): ReportContent {
  const [first = ''] = lines
  const hasTitle = [...first].length <= 60 && !/[。；：]$/.test(first) && partOf(terms, first) === undefined
  const sections = terms.sections.map(({ id }) => ({ section: id, paragraphs: [newParagraph()].slice(1) }))
  let at = 0
  for (const line of hasTitle ? lines.slice(1) : lines) {
    const part = partOf(terms, line)
    if (part === undefined) sections[at]?.paragraphs.push(newParagraph(line))
    else at = part
  }
  return { title: hasTitle ? first : '述职报告', sections, problems: [] }
}

/** Returns the part that a heading opens. */
function partOf(terms: Terms, line: string): number | undefined {
  if ([...line].length > 30 || /[。；，]$/.test(line)) return undefined
  const bare = line.replace(/^(第?[一二三四五六七八九十]+(部分)?[、.．：\s]\s*)/, '')
  const named = terms.sections.findIndex(({ name }) => name === bare)
  if (named >= 0) return named
  if (bare === line) return undefined
  const meaning = WORDS.find(([, words]) => words.test(bare))?.[0]
  const found = terms.sections.findIndex(one => one.meaning === meaning)
  return found < 0 ? undefined : found
}
