import { mkdir, open } from 'node:fs/promises'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FactsFile } from '../contract/year/factsSchema.ts'
import { demoHistory } from '../demo/demoHistory.ts'
import { demoYear } from '../demo/demoYear.ts'
import { writeFactsTemplate } from '../files/facts/writeFactsTemplate.ts'
import { inputFiles } from '../files/results/resultsDocument.ts'
import type { CycleOutcome } from '../domain/score/appraiseCycle.ts'
import { appraise } from './appraise.ts'
import type { CycleInputs } from './cycleInputs.ts'
import type { ExitCode } from './exitCode.ts'
import { factsText } from './factsText.ts'
import { faultOfFile } from './fileFault.ts'
import type { Io } from './io.ts'
import { loadScheme } from './loadScheme.ts'
import { createProgress, type Progress } from './createProgress.ts'
import { type OutputFile, writeOutputs } from './outputFiles.ts'
import { resultFiles } from './resultFiles.ts'
import { describeRanking } from './describeRanking.ts'

/** Options of the `demo` command. */
export interface DemoOptions {
  readonly units: number
  readonly seed: number
  readonly scheme?: string
  readonly out: string
}

/** The scheme shipped for the demo. */
const DEMO_SCHEME = fileURLToPath(new URL('../../schemes/xiangxi-2018', import.meta.url))

/** Runs `hengping demo` (`npm start`): generates a prefecture's year, scores and ranks it, writes facts, history and results, and prints their paths. */
export async function runDemo(options: DemoOptions, io: Io): Promise<ExitCode> {
  const schemePath = options.scheme ?? DEMO_SCHEME
  const scheme = loadScheme(io, schemePath)
  if (typeof scheme === 'number') return scheme
  if (await holdsOtherFacts(join(options.out, 'facts.json'))) {
    io.err(`“${options.out}”里已有别的 facts.json，演示不覆盖它；请用 --out 换一个文件夹`)
    return 2
  }
  const progress = createProgress(io)
  progress.stage('制作演示年度', options.units > 5000)
  const request = { seed: options.seed, units: options.units, scheme }
  const { roster, facts } = demoYear(request)
  const history = demoHistory(request)
  const inputs: CycleInputs = {
    scheme,
    facts: { format: 'hengping-facts/1', roster, ...facts } as FactsFile,
    history,
    refused: 0,
  }
  const outcome = appraise(io, inputs, progress)
  if (outcome === undefined) return 1
  const at = (name: string): string => join(options.out, name)
  const results = await resultFiles(io, inputs, outcome, [at('results.json'), at('results.xlsx')], progress)
  const texts = await inputTexts(inputs, at, progress)
  progress.stage('写出文件')
  const fault = await writeAll(io, options.out, [...texts, ...results])
  progress.end()
  if (fault !== undefined) {
    io.err(fault)
    return 2
  }
  io.out(describeRanking(outcome))
  if (!io.quiet) io.out(`\n${nextSteps(options.out, schemePath, lastPlaced(outcome))}`)
  return 0
}

/** Checks whether the file holds facts other than demo facts, by the names of the units. */
async function holdsOtherFacts(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined)
  if (handle === undefined) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    return !buffer.toString('utf8', 0, bytesRead).includes('示范')
  } finally {
    await handle.close()
  }
}

/** The largest number of units for which a facts workbook is written; more would not fit a sheet, and nobody fills one by hand. */
const MOST_IN_WORKBOOK = 2000

async function inputTexts(
  inputs: CycleInputs,
  at: (name: string) => string,
  progress: Progress,
): Promise<readonly OutputFile[]> {
  const { scheme, facts, history } = inputs
  const { factsFile, historyFile } = inputFiles(scheme, facts, history)
  const texts: readonly OutputFile[] = [
    { path: at('facts.json'), bytes: factsText(factsFile) },
    { path: at('history.json'), bytes: factsText(historyFile) },
  ]
  if (facts.roster.units.length > MOST_IN_WORKBOOK) return texts
  progress.stage('制作填好的事实工作簿')
  return [
    ...texts,
    {
      path: at('facts.xlsx'),
      bytes: await writeFactsTemplate(scheme, { roster: facts.roster, facts, history }),
    },
  ]
}

async function writeAll(io: Io, folder: string, files: readonly OutputFile[]): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    return faultOfFile('写', folder, error)
  }
  return writeOutputs(io, files)
}

/** Returns the last-placed unit, whose score people ask about first. */
function lastPlaced({ components, ranking }: CycleOutcome): string {
  const last = ranking.standings.findIndex(standing => standing?.fromBottom === 1)
  return components.appraisees[Math.max(0, last)]!.unit
}

function nextSteps(out: string, schemePath: string, unit: string): string {
  const scheme = quoted(shortPath(schemePath))
  const file = (name: string): string => quoted(join(out, name))
  return [
    `结果工作簿：${join(out, 'results.xlsx')}（公式齐全，可在 Excel、WPS、LibreOffice 中重算）`,
    `事实、历年结果和结果文件也在 ${out} 里。接下来可以：`,
    `  看一个单位怎样得分  npm run hengping -- explain --results ${file('results.json')} --unit ${unit}`,
    `  复算并核对结果      npm run hengping -- verify ${file('results.json')}`,
    `  取空白的填报工作簿  npm run hengping -- template --scheme ${scheme} --out ${file('template.xlsx')}`,
    `  检查方案            npm run hengping -- check ${scheme}`,
  ].join('\n')
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short
}

function quoted(path: string): string {
  return /^[\w./\\:\u4e00-\u9fff-]+$/.test(path) ? path : `"${path}"`
}
