import { compareOutcomes } from '../domain/compare/compareOutcomes.ts'
import type { CycleOutcome } from '../domain/score/appraiseCycle.ts'
import { appraise } from './appraise.ts'
import { comparisonCsv, comparisonJson } from './comparisonFile.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import { loadCycle } from './loadCycle.ts'
import { mayWrite } from './mayWrite.ts'
import { createProgress, type Progress } from './createProgress.ts'
import { writeOutputs } from './outputFiles.ts'
import { describeComparison } from './describeComparison.ts'

/** Options of the `compare` command: `scheme` holds the earlier and the later scheme. */
export interface CompareOptions {
  readonly scheme: readonly string[]
  readonly facts: string
  readonly history?: string
  readonly out?: readonly string[]
  readonly partial?: boolean
  readonly force?: boolean
}

/** Runs `hengping compare`: scores the same facts under both schemes and reports which units move and why. */
export async function runCompare(options: CompareOptions, io: Io): Promise<ExitCode> {
  const outs = options.out ?? []
  const [one, other] = options.scheme
  if (one === undefined || other === undefined || options.scheme.length > 2) {
    io.err(`--scheme 要给出两次，先是原方案，后是新方案；现在给了 ${options.scheme.length} 次。`)
    return 2
  }
  const blocked = await mayWrite(
    outs,
    [one, other, options.facts, options.history],
    ['.json', '.csv'],
    options.force === true,
  )
  if (blocked !== undefined) {
    io.err(blocked)
    return 2
  }
  const progress = createProgress(io)
  const before = await outcomeUnder(one, options, io, progress)
  if (typeof before === 'number') return before
  const after = await outcomeUnder(other, options, io, progress)
  if (typeof after === 'number') return after
  progress.stage('比较', before.components.appraisees.length > 5000)
  const comparison = compareOutcomes(before, after)
  const files = outs.map(path => ({
    path,
    bytes: path.toLowerCase().endsWith('.csv') ? comparisonCsv(comparison) : comparisonJson(comparison),
  }))
  const fault = await writeOutputs(io, files)
  progress.end()
  if (fault !== undefined) {
    io.err(fault)
    return 2
  }
  io.out(`原方案：${before.scheme.title}（${one}）\n新方案：${after.scheme.title}（${other}）`)
  io.out(describeComparison(comparison))
  for (const { path } of files) io.out(`已写出 ${path}`)
  return 0
}

async function outcomeUnder(
  scheme: string,
  options: CompareOptions,
  io: Io,
  progress: Progress,
): Promise<CycleOutcome | ExitCode> {
  const inputs = await loadCycle(io, { ...options, scheme }, progress)
  return typeof inputs === 'number' ? inputs : (appraise(io, inputs, progress) ?? 1)
}
