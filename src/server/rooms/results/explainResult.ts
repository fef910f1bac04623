import type { z } from 'zod'
import { explanationSchema } from '../../../contract/results/explanationSchema.ts'
import { explainUnit } from '../../../domain/explain/explainUnit.ts'
import { findByPath, findRow, type PlacedNode } from '../../../domain/explain/nodePaths.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { titleOf } from './nodeFigures.ts'
import { noteSealedRead } from './noteSealedRead.ts'
import { createEvidence } from './createEvidence.ts'
import { presentNode } from './presentNode.ts'
import { type ShownYear, yearFor } from './yearFor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { type ReadyAnswer, rememberAnswers } from '../../platform/http/readyAnswer.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Answer = z.output<typeof explanationSchema>

/** A depth greater than that of any tree. */
const WHOLE = 99

/** Explains the score of a unit to one person, from the requested node on. `cannotScore`, `unitNotAppraised`, `notFound` for a node that does not exist. */
export async function explainResult({
  context,
  actor,
  params: { year, unit },
  query,
}: Served<'GET /api/years/:year/units/:unit/explanation'>): Promise<ReadyAnswer | Refusal> {
  const shown = await yearFor(context, actor, 'readUnitResult', year, query.asOf)
  if (isRefusal(shown)) return shown
  const { scored, afterRelease } = shown
  const question = JSON.stringify([unit, query.path, query.row, query.depth, afterRelease])
  const answer = await explained(scored, question, () => explain(context, shown, unit, query))
  if (!isRefusal(answer)) await noteSealedRead(context, actor, shown, '得分说明', unit)
  return answer
}

const explained = rememberAnswers<ScoredYear, typeof explanationSchema>(explanationSchema, 500)

async function explain(
  { db }: AppContext,
  { scored, afterRelease }: ShownYear,
  unit: string,
  { path = '', row, depth = WHOLE }: Served<'GET /api/years/:year/units/:unit/explanation'>['query'],
): Promise<Answer | Refusal> {
  const { outcome, scheme, year } = scored
  const name = scored.units.get(unit)?.name
  if (name === undefined) return refuse('noSuchUnit', { unit })
  if (outcome === undefined || scheme === undefined)
    return refuse('cannotScore', { reasons: scored.refusals.map(sentenceOfRefusal).join('；') })
  const tree = explainUnit(outcome, unit)
  if (tree === undefined) return refuse('unitNotAppraised', { unit: name })
  const way = row === undefined ? findByPath(tree, path, scheme) : findRow(tree, row, scheme)
  if (way === undefined)
    return refuse('notFound', { what: row === undefined ? '得分说明中的这一处' : `“${row}”这一行` })
  const { node, path: at } = way.at(-1)!
  const evidence = await createEvidence(db, scored, unit, node, { named: !afterRelease })
  const component = componentOn(way)
  return {
    year,
    unit,
    name,
    basis: scored.basis,
    revision: scored.revision,
    way: way.map(one => ({ path: one.path, kind: one.node.kind, title: titleOf(one.node) })),
    node: presentNode(node, at, scheme, depth, evidence, component),
  }
}

/** Returns the component on the path. */
function componentOn(way: readonly PlacedNode[]): string | undefined {
  return way
    .find(({ node }) => node.kind === 'component')
    ?.path.split('/')
    .at(-1)
}
