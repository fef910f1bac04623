import type { ResultsFile } from '../../contract/resultsSchema.ts'
import type { CycleOutcome } from '../../domain/appraiseCycle.ts'
import type { Day } from '../../domain/kernel/calendar.ts'

/** 结果工作簿的说明事项: what the first sheet says about where the figures come from. */
export interface WorkbookNotes {
  /** 计算程序的版本. */
  readonly engine: string
  /** 计算日期, also the day in the file's properties; never the clock's. */
  readonly asOf: Day
  /** of `buildResultsDocument`. */
  readonly hashes: ResultsFile['hashes']
  /** entries of the facts that were refused. */
  readonly refused?: number
  /** told after every so many appraisees. */
  readonly onProgress?: (done: number, total: number) => void
}

/** 写出结果工作簿 (xlsx): live formulas with the engine's figures as their last values, clause and ruling in notes. (五（一）) */
export async function writeResultsWorkbook(_outcome: CycleOutcome, _notes: WorkbookNotes): Promise<Uint8Array> {
  return Promise.reject(new Error('not written yet'))
}
