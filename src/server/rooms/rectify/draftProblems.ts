import { proposalColumns } from '../../../contract/rectify/problemColumns.ts'
import type { ProblemOrigin } from '../../../contract/rectify/rectifyFields.ts'
import { findRepeats } from '../../../domain/campaign/rectify/findRepeats.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { findRows } from '../../platform/lists/pageRows.ts'
import { type ProblemAnswer, presentProblem } from './presentProblem.ts'
import { type Proposal, proposalsOf } from './proposeProblems.ts'
import { citationOf, loadRectify, type RectifyContext } from './rectifyContext.ts'
import {
  changeProblems,
  insertProblems,
  insertSteps,
  listEarlier,
  lockProblems,
  type NewProblem,
  type StoredProblem,
} from './rectify.store.ts'
import { stampOf, stepProblem, stepsOf } from './stepProblem.ts'

type Count = Answered<'POST /api/years/:year/problems/send'>

/** Takes proposals as drafts: those chosen, those that the list was searched for and filtered by, or all. One that somebody else took meanwhile is skipped. `problemsNone`. */
export async function takeProposals({
  context,
  actor,
  change,
  params: { year },
  body: { chosen, search, filter },
}: Served<'POST /api/years/:year/problem-proposals/take'>): Promise<Count | Refusal> {
  const ground = await loadRectify(context.db, year)
  if (isRefusal(ground)) return ground
  const found = await proposalsOf(context, ground, year)
  const keys = chosen && new Set(chosen.map(({ unit, key }) => `${unit}\n${key}`))
  const shown = await findRows(found.proposals, proposalColumns, { search, filter })
  const taken = shown.filter(({ unit, key }) => keys?.has(`${unit}\n${key}`) ?? true)
  if (taken.length === 0) return refuse('problemsNone', { what: '可以列入' })
  return change<Count>(async tx => {
    const earlier = earlierBy(ground, await listEarlier(tx, year))
    const rows = taken.map(one =>
      draftOf(context, actor, year, { ...one, seal: found.seal }, earlier(one.unit)),
    )
    const added = await insertProblems(tx, rows)
    if (added.size === 0) return refuse('problemsNone', { what: '可以列入' })
    await insertSteps(tx, stepsOf(context, actor, [...added], 'drafted'))
    const units = new Set(rows.flatMap(({ id, unit }) => (added.has(id) ? [unit] : []))).size
    const answer = { count: added.size, units }
    return { answer, events: [{ kind: 'problemsDrafted', year, values: answer }] }
  })
}

/** Puts a problem on the list by hand. `problemRowUnknown`, `noSuchUnit`. */
export async function addProblem({
  context,
  actor,
  change,
  params: { year, unit },
  body: { text, row },
}: Served<'POST /api/years/:year/units/:unit/problems'>): Promise<ProblemAnswer | Refusal> {
  return change<ProblemAnswer>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    if (!ground.units.has(unit)) return refuse('noSuchUnit', { unit })
    if (row !== undefined && !ground.rowTitles.has(row)) return refuse('problemRowUnknown', { row })
    const fields = { unit, origin: 'byHand' as const, row, text, citation: citationOf(ground, row) }
    const problem = await insertDraft(tx, context, actor, ground, year, fields)
    const answer = await presentProblem(tx, context, actor, ground, { year, unit, problem: problem! })
    if (isRefusal(answer)) return answer
    return { answer, events: [{ kind: 'problemAdded', year, unit, values: { problem: text } }] }
  })
}

/** Inserts one draft, compared with problems of earlier years; returns its id, or `undefined` if its source was taken before. */
export async function insertDraft(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  ground: RectifyContext,
  year: number,
  fields: Fields,
): Promise<string | undefined> {
  const earlier = earlierBy(ground, await listEarlier(tx, year))
  const made = draftOf(context, actor, year, fields, earlier(fields.unit))
  if ((await insertProblems(tx, [made])).size === 0) return undefined
  await insertSteps(tx, stepsOf(context, actor, [made.id], 'drafted', { text: fields.text }))
  return made.id
}

/** Rewords a problem before it is sent; its reviews lapse. `problemLocked`, `problemRowUnknown`, `staleRevision`. */
export async function wordProblem(
  request: Served<'PUT /api/years/:year/units/:unit/problems/:problem'>,
): Promise<ProblemAnswer | Refusal> {
  const { actor, params, body } = request
  return stepProblem(request, 'word', { do: 'word' }, async ({ ground, row }, _event, tx) => {
    if (body.row !== undefined && !ground.rowTitles.has(body.row))
      return refuse('problemRowUnknown', { row: body.row })
    const earlier = earlierBy(ground, await listEarlier(tx, params.year))(params.unit)
    const rule = body.row === (row.row ?? undefined) ? (row.rule ?? undefined) : undefined
    const words = { row: body.row, rule, text: body.text }
    return {
      values: {
        text: body.text,
        row: body.row ?? null,
        rule: rule ?? null,
        citation: body.row === undefined ? row.citation : citationOf(ground, body.row),
        again: findRepeats(words, earlier),
        draftedById: actor.id,
        draftedBy: actor.name,
        reviews: [],
      },
      step: { kind: 'worded', text: `由“${row.text}”改写` },
      event: {
        kind: 'problemWorded',
        year: params.year,
        unit: params.unit,
        values: { from: row.text, problem: body.text },
      },
    }
  })
}

/** Drops a problem before it is sent. `problemLocked`, `staleRevision`. */
export async function dropProblem(
  request: Served<'POST /api/years/:year/units/:unit/problems/:problem/drop'>,
): Promise<ProblemAnswer | Refusal> {
  const {
    params: { year, unit },
    body: { reason },
  } = request
  return stepProblem(request, 'drop', { do: 'drop' }, ({ row }) => ({
    step: { kind: 'dropped', text: reason },
    event: { kind: 'problemDropped', year, unit, values: { problem: row.text, reason } },
  }))
}

/** Merges drafts of one unit into the first of them, with new words. `problemsTooFew`, `problemsOfTwoUnits`, `problemsNotDrafts`. */
export async function mergeProblems({
  context,
  actor,
  change,
  params: { year, unit },
  body: { text, problems },
}: Served<'POST /api/years/:year/units/:unit/problems/merge'>): Promise<ProblemAnswer | Refusal> {
  return change<ProblemAnswer>(async tx => {
    const ground = await loadRectify(tx, year)
    if (isRefusal(ground)) return ground
    const ids = [...new Set(problems)]
    if (ids.length < 2) return refuse('problemsTooFew', {})
    const found = await lockProblems(tx, { year, ids, standings: ['drafted', 'reviewed'] })
    const rows = found.filter(row => row.unit === unit)
    if (rows.length < found.length) return refuse('problemsOfTwoUnits', {})
    const [first, ...others] = rows
    if (first === undefined || rows.length < ids.length) return refuse('problemsNotDrafts', {})
    const earlier = earlierBy(ground, await listEarlier(tx, year))(unit)
    const again = rows.flatMap(({ row, rule }) =>
      findRepeats({ row: row ?? undefined, rule: rule ?? undefined, text }, earlier),
    )
    const stamp = stampOf(context, actor)
    await changeProblems(tx, [first.id], {
      text,
      standing: 'drafted',
      source: rows
        .map(({ source }) => source)
        .filter(Boolean)
        .join('；')
        .slice(0, 4000),
      lost: rows.some(({ lost }) => lost !== null)
        ? rows.reduce((sum, { lost }) => sum + (lost ?? 0), 0)
        : null,
      again: [...new Set(again)].toSorted((one, other) => other - one),
      draftedById: actor.id,
      draftedBy: actor.name,
      reviews: [],
      ...stamp,
    })
    const merged = others.map(({ id }) => id)
    await changeProblems(tx, merged, { standing: 'dropped', ...stamp })
    await insertSteps(tx, [
      ...stepsOf(context, actor, [first.id], 'merged', { text: rows.map(row => row.text).join('；') }),
      ...stepsOf(context, actor, merged, 'merged', { text: `并入“${text}”` }),
    ])
    const answer = await presentProblem(tx, context, actor, ground, { year, unit, problem: first.id })
    if (isRefusal(answer)) return answer
    const values = { count: rows.length, problem: text }
    return { answer, events: [{ kind: 'problemsMerged', year, unit, values }] }
  })
}

type Fields = Pick<NewProblem, 'unit' | 'text' | 'citation'> &
  Partial<Pick<Proposal, 'key' | 'row' | 'rule' | 'lost' | 'source' | 'isAgain'>> & {
    readonly origin: ProblemOrigin
    readonly seal?: number | undefined
  }

/** Builds a draft to store. */
function draftOf(
  context: AppContext,
  actor: Pick<Actor, 'id' | 'name'>,
  year: number,
  fields: Fields,
  earlier: readonly Compared[],
): NewProblem & { readonly id: string } {
  const { key, isAgain, row, rule, ...kept } = fields
  const found = findRepeats({ row, rule, text: fields.text }, earlier)
  return {
    ...pick(kept),
    id: context.newId(),
    year,
    sourceKey: key,
    row,
    rule,
    standing: 'drafted',
    again: isAgain === true && !found.includes(year - 1) ? [year - 1, ...found] : found,
    draftedById: actor.id,
    draftedBy: actor.name,
    changedBy: actor.name,
    changedAt: context.now().toISOString(),
  }
}

function pick({
  unit,
  text,
  citation,
  origin,
  lost,
  source,
  seal,
}: Omit<Fields, 'key' | 'isAgain' | 'row' | 'rule'>) {
  return { unit, text, citation, origin, lost, source, seal }
}

interface Compared {
  readonly year: number
  readonly row: string | undefined
  readonly rule: string | undefined
  readonly text: string
}

/** Returns the earlier problems of a unit, with those of units that it took over. */
function earlierBy({ units }: RectifyContext, rows: readonly StoredProblem[]) {
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  return (unit: string): readonly Compared[] =>
    [unit, ...(units.get(unit)?.succeeds ?? [])].flatMap(id =>
      (byUnit.get(id) ?? []).map(({ year, row, rule, text }) => ({
        year,
        row: row ?? undefined,
        rule: rule ?? undefined,
        text,
      })),
    )
}
