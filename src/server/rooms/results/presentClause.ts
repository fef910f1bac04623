import type { z } from 'zod'
import type { clauseSchema } from '../../../contract/results/explanationSchema.ts'
import { type Citation, isSameClause, normalCitation } from '../../../domain/kernel/citation.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { describeRuling } from '../../../domain/explain/describeExplanation.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Clause = z.output<typeof clauseSchema>

/** Presents a clause (条款) in the scheme of a year: its restated text, what cites it, and the rulings on it. */
export async function presentClause({
  context: { db },
  params: { year },
  query: { citation: text },
}: Served<'GET /api/years/:year/clauses'>): Promise<Clause | Refusal> {
  const scored = await outcomesOf(db).current(year)
  if (scored === undefined) return refuse('notFound', { what: `${year}年度` })
  if (scored.scheme === undefined) return refuse('yearWithoutScheme', { year })
  const citation = normalCitation(text)
  const clause = scored.scheme.clauses.find(one => isSameClause(one.citation, citation))
  const cited = listCiting(scored.scheme, citation)
  const rulings = rulingsOn(scored.scheme, citation)
  if (clause === undefined && cited.length === 0 && rulings.length === 0)
    return refuse('notFound', { what: `条款“${citation}”` })
  const { title, number, issuedOn } = scored.scheme.notice
  return {
    citation,
    restated: clause?.restated,
    computes: clause?.computes,
    notice: { title, number, issuedOn },
    cited,
    rulings,
  }
}

function rulingsOn(scheme: Scheme, citation: Citation): Clause['rulings'] {
  const notes = indexRulings(scheme)
  return scheme.rulings
    .filter(ruling => isSameClause(ruling.citation, citation))
    .flatMap(ruling => notes.notesById(ruling.id))
    .map(note => ({ ...note, sentence: describeRuling(note) }))
}

function listCiting(scheme: Scheme, citation: Citation): Clause['cited'] {
  const named = (
    what: string,
    list: readonly { readonly name: string; readonly citation: Citation }[],
  ): Clause['cited'] =>
    list.filter(one => isSameClause(one.citation, citation)).map(({ name }) => ({ what, name }))
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  return [
    ...named('分项', scheme.components),
    ...rows
      .filter(row => isSameClause(row.citation, citation))
      .map(({ id, title }) => ({ what: '核查内容', name: title, row: id })),
    ...rows.flatMap(row =>
      row.rules
        .filter(rule => rule.citation !== undefined && isSameClause(rule.citation, citation))
        .map(({ text }) => ({ what: '评分标准', name: text, row: row.id })),
    ),
    ...named('时间节点', scheme.timetable),
    ...named('台账计数项', scheme.counters),
    ...named('指标', scheme.measures),
    ...named('一票否决', scheme.vetoes),
    ...named('结果运用', scheme.consequences),
    ...named('年度考核等次', scheme.annualGradeRules),
    ...named('折算', scheme.conversions),
  ]
}
