import type { CycleOutcome } from '../domain/score/appraiseCycle.ts'
import { appraiseCycle } from '../domain/score/appraiseCycle.ts'
import { explainUnit } from '../domain/explain/explainUnit.ts'
import { nearestName } from '../domain/kernel/nearestName.ts'
import { comparable } from '../domain/kernel/comparable.ts'
import { listInputFaults } from '../files/results/listInputFaults.ts'
import type { Roster } from '../domain/year/roster/roster.ts'
import { appraise } from './appraise.ts'
import type { ExitCode } from './exitCode.ts'
import { findUnit } from './findUnit.ts'
import type { Io } from './io.ts'
import { loadCycle } from './loadCycle.ts'
import { loadResults } from './loadResults.ts'
import { createProgress, type Progress } from './createProgress.ts'
import { rowsOfTree, describeTree } from './describeTree.ts'

/** Options of the `explain` command: either the results file, or scheme and facts. */
export interface ExplainOptions {
  readonly scheme?: string
  readonly facts?: string
  readonly history?: string
  readonly results?: string
  readonly unit: string
  readonly row?: string
  readonly partial?: boolean
}

/** Runs `hengping explain`: prints the whole tree of a unit's result, or one row of it, as indented sentences. */
export async function runExplain(options: ExplainOptions, io: Io): Promise<ExitCode> {
  const wrong = usageFault(options)
  if (wrong !== undefined) {
    io.err(wrong)
    return 2
  }
  const progress = createProgress(io)
  const year = await yearOf(options, io, progress)
  progress.end()
  return typeof year === 'number' ? year : describeUnit(year, options, io)
}

interface Year {
  readonly outcome: CycleOutcome
  readonly roster: Roster
}

function usageFault({ scheme, facts, history, results }: ExplainOptions): string | undefined {
  if (results === undefined)
    return scheme === undefined || facts === undefined
      ? '请给出 --results，或者同时给出 --scheme 和 --facts。'
      : undefined
  return [scheme, facts, history].some(given => given !== undefined)
    ? '--results 已带有方案和事实，不能再给 --scheme、--facts、--history。'
    : undefined
}

async function yearOf(options: ExplainOptions, io: Io, progress: Progress): Promise<Year | ExitCode> {
  if (options.results !== undefined) return yearOfResults(options.results, io)
  const inputs = await loadCycle(io, { ...options, scheme: options.scheme!, facts: options.facts! }, progress)
  if (typeof inputs === 'number') return inputs
  const outcome = appraise(io, inputs, progress)
  return outcome === undefined ? 1 : { outcome, roster: inputs.facts.roster }
}

async function yearOfResults(path: string, io: Io): Promise<Year | ExitCode> {
  const loaded = await loadResults(io, path)
  if (loaded === undefined) return 2
  const { scheme, facts, history } = loaded.read.inputs
  const faults = listInputFaults(loaded.read.inputs)
  if (faults.length === 0)
    return { outcome: appraiseCycle(scheme, facts.roster, facts, history), roster: facts.roster }
  io.err(faults.slice(0, 10).join('\n'))
  return 1
}

function describeUnit({ outcome, roster }: Year, { unit, row }: ExplainOptions, io: Io): ExitCode {
  const found = findUnit(outcome.components.appraisees, unit)
  if (typeof found === 'string') {
    io.err(outsideScope(roster, unit) ?? found)
    return 1
  }
  const tree = explainUnit(outcome, found.unit)!
  if (row === undefined) {
    io.out(describeTree(tree, outcome.scheme))
    return 0
  }
  const wanted = comparable(row).replace(/^附件/, '')
  const rows = rowsOfTree(tree, id => comparable(id) === wanted)
  if (rows.length === 0) {
    io.err(missingRow(outcome, row, wanted, found.name))
    return 1
  }
  io.out(`${found.name}（${found.unit}）`)
  io.out(rows.map(each => describeTree(each, outcome.scheme)).join('\n'))
  return 0
}

/** Returns the message for a unit of the roster that is not appraised, so that it is not reported as unknown. */
function outsideScope({ units }: Roster, text: string): string | undefined {
  const found = findUnit(
    units.map(({ id, name }) => ({ unit: id, name })),
    text,
  )
  return typeof found === 'string'
    ? undefined
    : `“${found.name}”（${found.unit}）在名册里，但不是考核对象，没有得分可说明。`
}

function missingRow({ scheme }: CycleOutcome, row: string, wanted: string, name: string): string {
  const ids = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists].map(each => each.id)
  if (ids.some(id => comparable(id) === wanted)) return `“${name}”在“${row}”这一行没有得分或扣分。`
  const near = nearestName(wanted, ids)
  return `方案没有“${row}”这一行${near === undefined ? '' : `，是不是“${near}”`}；可用的有：${ids.join('、')}。`
}
