import type { ReportMeaning } from '../../scheme/reportRules.ts'
import type { DebriefReport } from './report.ts'
import type { ReportTerms } from './reportTerms.ts'

/** A point that a report is read for (要点), and what was noticed; shown, never scored. (六（二）) */
interface ReportPoint {
  readonly what: string
  readonly notes: readonly string[]
}

type Terms = Pick<ReportTerms, 'sections'>

/** A sentence about the writer (本人): 本人, or 我 that is not the unit's. */
const OWN = /本人|我(?!单位|局|委|办|院|校|厅|处|州|市|县|省|国|区|党组|党委|党支部|支部|班子|们|部门)/
/** A sentence about unit or team (单位、班子). */
const SHARED =
  /我(单位|局|委|办|院|校|厅|处|党组|党委|党支部|支部|们)|本单位|班子|全(局|委|办|院|校|系统|单位)/
const CAUSE = /原因|根源|由于|因为|在于|导致/

/** Reads a report for the points that the notice names (要点): own part, no work report, a practice of its own, a list with remedies and dates. (六（二）) */
export function flagReport(terms: Terms, report: DebriefReport): readonly ReportPoint[] {
  const written = report.sections.flatMap(({ paragraphs }) => sentencesOf(paragraphs.map(({ text }) => text)))
  return [
    { what: '写本人怎样履行第一责任，问题的原因从本人身上找。', notes: ownCauses(terms, report) },
    { what: '不写成单位的工作报告，也不代班子述职。', notes: sharedSentences(written) },
    { what: '有一部分写最有特色的做法。', notes: missingPractice(terms, report, written.length > 0) },
    { what: '列出问题清单，每项有措施、有时限。', notes: lackingProblems(report) },
  ]
}

function ownCauses(terms: Terms, report: DebriefReport): readonly string[] {
  const sentences = sentencesOf(textsOf(terms, report, 'problems'))
  if (sentences.length === 0) return []
  const causes = sentences.filter(one => CAUSE.test(one))
  if (causes.length === 0) return ['“问题”部分没有找到写原因的句子。']
  return causes.some(one => OWN.test(one)) ? [] : ['写原因的句子里没有提到本人。']
}

function sharedSentences(sentences: readonly string[]): readonly string[] {
  const own = sentences.filter(one => OWN.test(one)).length
  const shared = sentences.filter(one => SHARED.test(one) && !OWN.test(one)).length
  return shared > own ? [`写单位、班子的有${shared}句，多于写本人的${own}句。`] : []
}

function missingPractice(terms: Terms, report: DebriefReport, isBegun: boolean): readonly string[] {
  const asked = terms.sections.find(({ meaning }) => meaning === 'practice')
  const hasText = textsOf(terms, report, 'practice').some(text => text.trim() !== '')
  return asked === undefined || hasText || !isBegun ? [] : [`“${asked.name}”部分还没有内容。`]
}

function lackingProblems({ problems, sections }: DebriefReport): readonly string[] {
  if (problems.length === 0) {
    const isBegun = sections.some(({ paragraphs }) => paragraphs.some(({ text }) => text.trim() !== ''))
    return isBegun ? ['问题清单还是空的。'] : []
  }
  const lacking = problems.filter(({ remedy, due }) => remedy.trim() === '' || due === undefined).length
  return lacking === 0 ? [] : [`${lacking}项没有措施或时限。`]
}

function textsOf({ sections }: Terms, report: DebriefReport, meaning: ReportMeaning): readonly string[] {
  const ids = sections.filter(one => one.meaning === meaning).map(({ id }) => id)
  return report.sections
    .filter(({ section }) => ids.includes(section))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
}

function sentencesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => text.split(/[。！？；]/)).filter(sentence => sentence.trim() !== '')
}
