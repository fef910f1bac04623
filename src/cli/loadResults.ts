import { sentenceOfRefusal } from '../contract/shape/refusalSentences.ts'
import type { ShapeFault } from '../contract/shape/shapeFault.ts'
import { shapeFaultSentences } from '../contract/shape/shapeFaultSentences.ts'
import { readHead } from '../files/facts/readHead.ts'
import { readText } from '../files/facts/readText.ts'
import { parseResultsDocument, type ParsedResults } from '../files/results/resultsDocument.ts'
import { sniffBytes } from '../files/xlsx/sniffBytes.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import { inputBytes } from './inputFile.ts'
import type { Io } from './io.ts'

/** A complete results file that was read. */
type LoadedResults = Exclude<ParsedResults, { readonly file?: undefined }>

const MOST_TOLD = 10

/** Loads a results file (JSON); returns `undefined` after printing every reason against it. */
export async function loadResults(io: Io, path: string): Promise<LoadedResults | undefined> {
  const bytes = await inputBytes(path)
  if (typeof bytes === 'string') {
    io.err(bytes)
    return undefined
  }
  if (sniffBytes(bytes) === 'zip') {
    io.err(`“${path}”是工作簿，不能据以复算；请给出 score 写出的 .json 结果`)
    return undefined
  }
  const text = readText(bytes)
  if (isRefusal(text)) {
    io.err(`“${path}”：${sentenceOfRefusal(text)}`)
    return undefined
  }
  const head = readHead(text.value, 'hengping-results/1')
  if (isRefusal(head)) {
    io.err(`“${path}”：${sentenceOfRefusal(head)}`)
    return undefined
  }
  const parsed = parseResultsDocument(text.value)
  if (parsed.file !== undefined) return parsed
  io.err(
    [
      `“${path}”不是衡评写出的完整结果文件：`,
      ...parsed.faults.slice(0, MOST_TOLD).map(describeShapeFault),
    ].join('\n'),
  )
  return undefined
}

function describeShapeFault(fault: ShapeFault): string {
  const say = shapeFaultSentences[fault.code] as (values: ShapeFault['values']) => {
    readonly wrong: string
    readonly remedy: string
  }
  const path = fault.path.map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return `  · ${path === '' ? '' : `${path.replace(/^\./, '')}：`}${say(fault.values).wrong}`
}
