import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { parseScheme } from '../../../../contract/scheme/parseScheme.ts'
import type { ResultsFile } from '../../../../contract/results/resultsSchema.ts'
import {
  buildResultsDocument,
  inputFiles,
  parseResultsDocument,
  printResultsDocument,
} from '../../../../files/results/resultsDocument.ts'
import { writeResultsWorkbook } from '../../../../files/results/writeResultsWorkbook.ts'
import { appraiseCycle, type CycleOutcome } from '../../../../domain/score/appraiseCycle.ts'
import { emptyFacts } from '../../../../domain/year/facts/emptyFacts.ts'
import type { CycleFacts } from '../../../../domain/year/facts/facts.ts'
import type { History } from '../../../../domain/year/history/history.ts'
import type { Roster } from '../../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../../domain/scheme/scheme.ts'
import { zipPieces } from './zipPieces.ts'
import type { ResultsMade, ResultsOrigin, ResultsWork, SealMark } from './resultsWork.ts'

/** Reports progress: the current stage, and a number from 0 to 1. */
export type TellProgress = (stage: string, progress: number) => void

/** The inputs of a year. */
interface Inputs {
  readonly scheme: Scheme
  readonly roster: Roster
  readonly facts: CycleFacts
  readonly history: History
  readonly places?: Readonly<Record<string, readonly number[]>>
  /** the sealed document of the inputs. */
  readonly sealed?: ResultsFile
}

/** Makes results: the sealed document with its hashes, the results file, or the workbook, all from the inputs that the engine scores. */
export async function makeResults(work: ResultsWork, tell: TellProgress): Promise<ResultsMade> {
  tell('读取年度', 0)
  const inputs = readInputs(work.origin)
  tell('计分排名', 0.1)
  const outcome = appraiseCycle(inputs.scheme, inputs.roster, inputs.facts, inputs.history)
  tell('整理结果', 0.2)
  const document = inputs.sealed ?? documentOf(work, inputs, outcome)
  const head = { hashes: document.hashes, units: document.results.length }
  if (work.make === 'workbook')
    return { ...head, bytes: [await workbookOf(document, outcome, work.seal, tell)] }
  tell('写出结果', 0.6)
  if (work.make === 'results') return { ...head, bytes: textPieces(printResultsDocument(document)) }
  const bytes = await zipPieces(printResultsDocument(document))
  return {
    ...head,
    bytes,
    history: await zipJson(document.inputs.history),
    places: await zipJson(inputs.places),
  }
}

/** Reads the inputs of a year from their texts. */
export function readInputs(origin: ResultsOrigin): Inputs {
  if (origin.kind === 'sealed') {
    const parsed = parseResultsDocument(JSON.parse(gunzipSync(origin.document).toString('utf8')))
    if (parsed.file === undefined) throw new Error('a sealed document has another shape')
    const { scheme, facts, history } = parsed.read.inputs
    const { format: _, roster, ...lists } = facts
    return { scheme, roster, facts: lists, history: { years: history.years }, sealed: parsed.file }
  }
  const { scheme } = parseScheme(origin.scheme)
  if (scheme === undefined) throw new Error('a promulgated scheme has another shape')
  const facts = emptyFacts(scheme.cycle) as unknown as Record<string, unknown[]>
  const places: Record<string, number[]> = Object.fromEntries(
    Object.keys(facts).flatMap(kind => (kind === 'cycle' ? [] : [[kind, []]])),
  )
  for (const page of origin.facts) {
    facts[page.kind] = [...facts[page.kind]!, ...(JSON.parse(page.bodies) as unknown[])]
    places[page.kind] = [...places[page.kind]!, ...(JSON.parse(page.places) as number[])]
  }
  const [roster, history] = [JSON.parse(origin.roster) as Roster, JSON.parse(origin.history) as History]
  return { scheme, roster, facts: facts as unknown as CycleFacts, history, places }
}

function documentOf(
  { engine, asOf }: ResultsWork,
  { scheme, roster, facts, history }: Inputs,
  outcome: CycleOutcome,
): ResultsFile {
  const files = inputFiles(scheme, { format: 'hengping-facts/1', roster, ...facts }, history)
  return buildResultsDocument({ ...files, outcome, engine, asOf })
}

function workbookOf(
  { engine, asOf, hashes }: ResultsFile,
  outcome: CycleOutcome,
  seal: SealMark | undefined,
  tell: TellProgress,
): Promise<Uint8Array> {
  let told = 0
  const onProgress = (done: number, total: number): void => {
    const progress = 0.3 + (0.65 * done) / total
    if (done === total) tell('压缩结果工作簿', progress)
    else if (progress - told > 0.01) tell('制作结果工作簿', (told = progress))
  }
  return writeResultsWorkbook(outcome, {
    engine,
    asOf: asOf!,
    hashes,
    onProgress,
    seal,
  })
}

const PIECE = 1024 * 1024

function textPieces(texts: Iterable<string>): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  let waiting = ''
  for (const text of texts) {
    waiting += text
    if (waiting.length < PIECE) continue
    pieces.push(Buffer.from(waiting))
    waiting = ''
  }
  return waiting === '' ? pieces : [...pieces, Buffer.from(waiting)]
}

async function zipJson(value: unknown): Promise<Uint8Array> {
  return promisify(gzip)(Buffer.from(JSON.stringify(value)))
}
