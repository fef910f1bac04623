import { buildResultsDocument, inputFiles, printResultsDocument } from '../files/results/resultsDocument.ts'
import { writeResultsWorkbook } from '../files/results/writeResultsWorkbook.ts'
import type { CycleOutcome } from '../domain/score/appraiseCycle.ts'
import type { CycleInputs } from './cycleInputs.ts'
import { engineVersion } from '../files/engineVersion.ts'
import type { Io } from './io.ts'
import type { Progress } from './createProgress.ts'
import type { OutputFile } from './outputFiles.ts'

/** Extensions of results files. */
export const RESULT_ENDINGS = ['.json', '.xlsx'] as const

/** Returns the contents of the results files: the results document for .json, the workbook for .xlsx, both of one outcome. */
export async function resultFiles(
  io: Io,
  inputs: CycleInputs,
  outcome: CycleOutcome,
  paths: readonly string[],
  progress: Progress,
): Promise<readonly OutputFile[]> {
  if (paths.length === 0) return []
  const engine = engineVersion()
  const { refused } = inputs
  progress.stage('整理结果')
  const source = {
    ...inputFiles(inputs.scheme, inputs.facts, inputs.history),
    outcome,
    engine,
    asOf: io.today,
    refused,
  }
  const document = buildResultsDocument(source)
  const notes = { engine, asOf: io.today, hashes: document.hashes, refused, onProgress: progress.count }
  const files: OutputFile[] = []
  for (const path of paths) {
    if (path.toLowerCase().endsWith('.json')) files.push({ path, bytes: printResultsDocument(document) })
    else {
      progress.stage('制作结果工作簿')
      files.push({ path, bytes: await writeResultsWorkbook(outcome, notes) })
    }
  }
  return files
}
