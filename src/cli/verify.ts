import { checkResults } from '../../verify/checkResults.ts'
import type { ResultsFile } from '../../verify/shapes.ts'
import { verifyResults } from '../files/results/verifyResults.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import { loadResults } from './loadResults.ts'
import { createProgress } from './createProgress.ts'
import { inputBytes } from './inputFile.ts'
import { verifyCaseFile } from './verifyCaseFile.ts'

/** Runs `hengping verify`: checks the hashes of a results file, recomputes it from the inputs it carries, by the engine and by the checker that stands apart from it, and prints every difference; a case file (案卷) by the checker. */
export async function runVerify({ results }: { readonly results: string }, io: Io): Promise<ExitCode> {
  const progress = createProgress(io)
  progress.stage('读入结果文件')
  const bytes = await inputBytes(results)
  if (bytes[0] === 0x50 && !results.endsWith('.xlsx')) return verifyCaseFile(bytes as Uint8Array, io)
  const loaded = await loadResults(io, results)
  if (loaded === undefined) return 2
  progress.stage('复算', loaded.file.results.length > 5000)
  const { total, differences, units } = verifyResults(loaded)
  progress.end()
  const { engine, partial, hashes, seal } = loaded.file
  if (total > 0) {
    const rest = total - differences.length
    io.out([`复算不一致，共 ${total} 处：`, ...differences.map(sentence => `  · ${sentence}`)].join('\n'))
    if (rest > 0) io.out(`  · 另有 ${rest} 处`)
    return 1
  }
  const apart = checkResults(loaded.file as unknown as ResultsFile).differences
  if (apart.length > 0) {
    io.out(
      [
        `与另写的核验程序不一致，共 ${apart.length} 处：`,
        ...apart.slice(0, 50).map(one => `  · ${one}`),
      ].join('\n'),
    )
    return 1
  }
  io.out(
    `复算一致：${units} 个考核对象的各项得分、名次、等次和结果运用都相同，校验值相符（结果 ${hashes.results.slice(0, 12)}…，由 ${engine} 版写出）`,
  )
  if (seal !== undefined) {
    const { number, trail } = seal
    io.out(
      `这是第 ${number} 次封存的结果；留痕根（留痕第 ${trail.seq} 行）应为 ${trail.root}，可与留痕核验的结果对照`,
    )
  }
  if (partial !== undefined) io.out(`注意：写出这份结果时有 ${partial.refused} 条事实被拒绝，没有计入`)
  return 0
}
