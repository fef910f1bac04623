import {
  LineCounter,
  parseDocument,
  type YAMLError,
  type YAMLMap,
  type Document,
  type Pair,
  isAlias,
  isMap,
  isSeq,
} from 'yaml'
import type { TextFaultCode, TextFaultValues } from '../contract/shape/textFault.ts'
import type { FaultPath } from '../domain/scheme/schemeFault.ts'
import { decodeText, type FileBytes } from './decodeText.ts'
import { type LocatedFault, locateTextFault, type Place } from './locatedFault.ts'
import { type AliasTargets, keyOf, resolveAliases, yamlValue } from './yamlValue.ts'

/** YAML that was read (or JSON, which is YAML): plain values, or nothing when the text is unreadable; and the place of a path in the file. */
export interface ReadYaml {
  readonly file: string
  /** present unless the text is unreadable. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly faults: readonly LocatedFault[]
  /** returns the place of a path, or of the nearest enclosing item that exists. */
  place(path: FaultPath): Place
}

/** Reads YAML; guards against alias expansion, duplicate keys, tags, depth and multiple documents. Never throws. */
export function readYaml(input: FileBytes): ReadYaml {
  const { file } = input
  const decoded = decodeText(input)
  if (decoded.text === undefined) return { file, faults: decoded.faults, place: () => ({ file }) }
  const { text } = decoded
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...decoded.faults]
  const report = <C extends TextFaultCode>(code: C, values: TextFaultValues[C], offset: number): void => {
    faults.push(locateTextFault(code, values, placeAt(offset)))
  }
  const targets = resolveAliases(document)
  const pairs: PairsByKey = new Map()
  const place = (path: FaultPath): Place => placeAt(offsetOf(document, { targets, pairs }, path))
  // One slip makes the parser stumble over what follows, so the first error is the one that tells.
  const [error] = document.errors
  if (error !== undefined) {
    reportSyntax(error, text, report)
    return { file, faults, place }
  }
  const value = yamlValue(document, { report, targets, lineOf: offset => lines.linePos(offset).line })
  if (value === undefined) return { file, faults, place }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report(
      'yamlNotFields',
      { found: Array.isArray(value) ? '列表' : value === null ? '空' : '一个值' },
      document.contents?.range?.[0] ?? 0,
    )
    return { file, faults, place }
  }
  return { file, fields: value as Readonly<Record<string, unknown>>, faults, place }
}

/** Reports a fault at an offset of the text. */
export type Report = <C extends TextFaultCode>(code: C, values: TextFaultValues[C], offset: number) => void

const MOST_DEPTH = 100

function reportSyntax({ code, pos }: YAMLError, text: string, report: Report): void {
  const offset = pos[0]
  if (code === 'TAB_AS_INDENT') return report('yamlTab', {}, offset)
  if (code === 'MULTIPLE_DOCS') return report('yamlManyDocuments', {}, offset)
  if (code === 'RESOURCE_EXHAUSTION') return report('yamlTooDeep', { most: MOST_DEPTH }, offset)
  report('yamlSyntax', { reason: REASONS[code] ?? '这里不合写法', ...findSlip(text, offset) }, offset)
}

/** How far above an error its cause may stand: a bracket that is never closed is noticed lines later. */
const LINES_ABOVE = 6

/** Finds the usual slip on the line of an error or above it: a full-width sign, or a bracket without its partner. */
function findSlip(text: string, offset: number): Pick<TextFaultValues['yamlSyntax'], 'slip' | 'line'> {
  const lines = text.split('\n')
  const last = text.slice(0, offset).split('\n').length
  for (let line = last; line > 0 && line > last - LINES_ABOVE; line--) {
    const slip = slipIn(lines[line - 1] ?? '')
    if (slip !== undefined) return { slip, line }
  }
  return {}
}

function slipIn(line: string): TextFaultValues['yamlSyntax']['slip'] {
  const bare = line.replace(/"[^"]*"|'[^']*'/g, '').replace(/(^|\s)#.*$/, '')
  const count = (sign: string): number => bare.split(sign).length - 1
  if (/^\s*(- )?[^\s：]{1,30}：/.test(bare)) return 'colon'
  if (/[{[].*，\s*\w+: /.test(bare)) return 'comma'
  if (count('{') !== count('}')) return 'brace'
  if (count('[') !== count(']')) return 'bracket'
  if (count('"') % 2 === 1) return 'quote'
  return bare.includes('：') ? 'colon' : undefined
}

const REASONS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '别名不能再带标记',
  BAD_ALIAS: '别名写法有误',
  BAD_DIRECTIVE: '以 % 开头的指令有误',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法有误',
  BAD_INDENT: '缩进不齐',
  BAD_PROP_ORDER: '标记的位置有误',
  BAD_SCALAR_START: '这个符号不能作文字的开头',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，或上一行少了内容',
  BLOCK_IN_FLOW: '括号里不能换成缩进写法',
  IMPOSSIBLE: '这里不合写法',
  KEY_OVER_1024_CHARS: '名称太长',
  MISSING_CHAR: '少了一个冒号、逗号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '这一行少了冒号',
  MULTIPLE_ANCHORS: '一处有两个锚点',
  MULTIPLE_TAGS: '一处有两个类型标记',
  NON_STRING_KEY: '名称应是文字',
  TAG_RESOLVE_FAILED: '类型标记有误',
  UNEXPECTED_TOKEN: '这里多了符号',
  BAD_COLLECTION_TYPE: '这里不合写法',
}

/** Returns the offset of the key or item at a path; if it does not exist, that of the nearest enclosing item. */
function offsetOf(
  document: Document,
  { targets, pairs }: { readonly targets: AliasTargets; readonly pairs: PairsByKey },
  path: FaultPath,
): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    const holder = isAlias(node) ? targets.get(node) : node
    if (isMap(holder)) {
      const pair = pairsOf(holder, pairs).get(String(step))
      if (pair === undefined) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(holder)) {
      node = holder.items[Number(step)]
      if (node === undefined) return offset
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

/** The pairs of the maps asked so far, by key: a file of many faults asks often. */
type PairsByKey = Map<unknown, ReadonlyMap<string, Pair>>

function pairsOf(map: YAMLMap, known: PairsByKey): ReadonlyMap<string, Pair> {
  let pairs = known.get(map)
  // The first of two equal keys stays, as in the value.
  pairs ??= new Map(map.items.toReversed().map(pair => [keyOf(pair.key), pair]))
  known.set(map, pairs)
  return pairs
}

function startOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | null } | null | undefined)?.range?.[0]
}
