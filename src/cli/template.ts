import { writeFactsTemplate } from '../files/facts/writeFactsTemplate.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import { loadCycle } from './loadCycle.ts'
import { loadScheme } from './loadScheme.ts'
import { mayWrite } from './mayWrite.ts'
import { createProgress, type Progress } from './createProgress.ts'
import { writeOutputs } from './outputFiles.ts'

/** Options of the `template` command: with `facts` (and `history`) the workbook is filled in. */
export interface TemplateOptions {
  readonly scheme: string
  readonly out: string
  readonly facts?: string
  readonly history?: string
  readonly force?: boolean
}

/** Runs `hengping template`: writes the empty workbook for a clerk, or one filled with facts from another file. */
export async function runTemplate(options: TemplateOptions, io: Io): Promise<ExitCode> {
  if (options.history !== undefined && options.facts === undefined) {
    io.err('--history 要与 --facts 一起给出。')
    return 2
  }
  const blocked = await mayWrite(
    [options.out],
    [options.scheme, options.facts, options.history],
    ['.xlsx'],
    options.force === true,
  )
  if (blocked !== undefined) {
    io.err(blocked)
    return 2
  }
  const progress = createProgress(io)
  const bytes = await workbookOf(options, io, progress)
  if (typeof bytes === 'number') return bytes
  progress.stage('写出文件')
  const fault = await writeOutputs(io, [{ path: options.out, bytes }])
  progress.end()
  if (fault !== undefined) {
    io.err(fault)
    return 2
  }
  io.out(
    `已写出 ${options.out}${options.facts === undefined ? '：先看“填表说明”，从“单位名册”填起；填好后用 hengping score 计分' : ''}`,
  )
  return 0
}

async function workbookOf(
  options: TemplateOptions,
  io: Io,
  progress: Progress,
): Promise<Uint8Array | ExitCode> {
  const { facts } = options
  if (facts === undefined) {
    const scheme = loadScheme(io, options.scheme)
    return typeof scheme === 'number' ? scheme : writeFactsTemplate(scheme)
  }
  const inputs = await loadCycle(io, { ...options, facts }, progress)
  if (typeof inputs === 'number') return inputs
  progress.stage('制作工作簿', inputs.facts.sheets.length > 5000)
  const { scheme, history } = inputs
  return writeFactsTemplate(scheme, { roster: inputs.facts.roster, facts: inputs.facts, history })
}
