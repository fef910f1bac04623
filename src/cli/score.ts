import { appraise } from './appraise.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import { loadCycle } from './loadCycle.ts'
import { mayWrite } from './mayWrite.ts'
import { createProgress } from './createProgress.ts'
import { writeOutputs } from './outputFiles.ts'
import { RESULT_ENDINGS, resultFiles } from './resultFiles.ts'
import { describeRanking } from './describeRanking.ts'

/** Options of the `score` command. */
export interface ScoreOptions {
  readonly scheme: string
  readonly facts: string
  readonly history?: string
  readonly out?: readonly string[]
  readonly partial?: boolean
  readonly force?: boolean
}

/**
 * Runs `hengping score`: reads, scores, ranks, writes the results and prints the ranking. Refused rows
 * stop the run unless `partial`; then the results give their number, and the exit code is still 1.
 */
export async function runScore(options: ScoreOptions, io: Io): Promise<ExitCode> {
  const outs = options.out ?? []
  const blocked = await mayWrite(
    outs,
    [options.scheme, options.facts, options.history],
    RESULT_ENDINGS,
    options.force === true,
  )
  if (blocked !== undefined) {
    io.err(blocked)
    return 2
  }
  const progress = createProgress(io)
  const inputs = await loadCycle(io, options, progress)
  if (typeof inputs === 'number') return inputs
  const outcome = appraise(io, inputs, progress)
  if (outcome === undefined) return 1
  const files = await resultFiles(io, inputs, outcome, outs, progress)
  progress.stage('写出文件')
  const fault = await writeOutputs(io, files)
  progress.end()
  if (fault !== undefined) {
    io.err(fault)
    return 2
  }
  io.out(describeRanking(outcome))
  for (const { path } of files) io.out(`已写出 ${path}`)
  if (inputs.refused === 0) return 0
  io.out(`注意：有 ${inputs.refused} 行被拒绝，没有计入；以上结果不完整，不能封存`)
  return 1
}
