import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Answered, Served } from '../platform/http/serveRoutes.ts'
import { createMatcher } from '../platform/lists/pageRows.ts'
import { outcomesOf } from './outcome/outcomeCache.ts'

/** Hits of one kind, at most. */
const MOST = 8

/** Finds units, people, rows of the rubric and clauses by what was typed, within reach; names also by pinyin. */
export async function searchYear({
  context,
  reach,
  params: { year },
  query: { text },
}: Served<'GET /api/years/:year/search'>): Promise<Answered<'GET /api/years/:year/search'> | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  if (scored === undefined) return refuse('notFound', { what: `${year}年度` })
  const matches = await createMatcher(text)
  const { scheme, units, inputs } = scored
  const within = inputs.roster.units.filter(unit => reach.has(unit.id))
  const people = inputs.roster.holders.filter(({ unit, name }) => reach.has(unit) && matches(name))
  return {
    units: within
      .filter(({ id, name }) => matches(name) || id.toLowerCase() === text.trim().toLowerCase())
      .slice(0, MOST)
      .map(({ id, name }) => ({ unit: id, name })),
    people: people
      .slice(0, MOST)
      .map(({ unit, name, post }) => ({ unit, unitName: units.get(unit)?.name ?? unit, name, post })),
    rows: (scheme?.rubrics ?? [])
      .flatMap(rubric => rubric.rows)
      .filter(({ id, title }) => id === text.trim() || matches(title))
      .slice(0, MOST)
      .map(({ id, title, citation }) => ({ row: id, title, citation })),
    clauses: (scheme?.clauses ?? [])
      .filter(({ citation, restated }) => citation.includes(text.trim()) || restated.includes(text.trim()))
      .slice(0, MOST)
      .map(({ citation, restated }) => ({ citation, restated })),
  }
}
