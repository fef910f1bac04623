import { isRefusal, refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import { readYaml } from '../readYaml.ts'
import { scanJson } from '../scanJson.ts'
import { brokenText } from '../lists/readCell.ts'
import { sniffBytes } from '../xlsx/sniffBytes.ts'

/** The contents of a text file as plain values; the format is detected by the first character. */
interface TextContent {
  readonly kind: 'json' | 'yaml'
  readonly value: unknown
}

const MOST_JSON = 256 * 1024 * 1024
const MOST_YAML = 4 * 1024 * 1024

/** Reads JSON or YAML from bytes, by content and never by name; returns the first fault of the text as a refusal. Never throws. */
export function readText(bytes: Uint8Array): TextContent | Refusal {
  const kind = sniffBytes(bytes)
  if (kind === 'empty') return refuse('fileEmpty', {})
  if (kind === 'html' || kind === 'xml') return refuse('workbookIsPage', { kind })
  if (kind !== 'text') return refuse('notText', { seems: kind })
  if (bytes.length > MOST_JSON) return refuse('fileTooLarge', { bytes: bytes.length, most: MOST_JSON })
  const text = decode(bytes)
  if (text === undefined) return refuse('notUtf8', {})
  const first = text.trimStart()[0]
  if (first === undefined) return refuse('fileEmpty', {})
  if (first === '{' || first === '[') return parseJson(text)
  return looksLikeCsv(text) ? refuse('looksLikeCsv', {}) : parseYaml(bytes)
}

/** Refuses values with a NUL or half of a surrogate pair in a text, which no database keeps; `path` is where. */
function refuseBroken(value: unknown, path = ''): Refusal | undefined {
  if (typeof value === 'string') {
    const broken = brokenText(value)
    return broken && refuse('textBroken', { ...broken, path })
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`
    const found = refuseBroken(item, path + step)
    if (found) return found
  }
  return undefined
}

/** Escapes that may stand for a NUL or half of a surrogate pair; a file without them need not be walked. */
const ESCAPED = /\\u(?:0000|[dD][89a-fA-F])/

function parseJson(text: string): TextContent | Refusal {
  const wrong = scanJson(text)
  if (wrong) return wrong
  const value = parsed(text)
  const fault = isRefusal(value) ? value : ESCAPED.test(text) ? refuseBroken(value) : undefined
  return fault ?? { kind: 'json', value }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('jsonBroken', { line: 1, column: 1, found: '无法识别的内容' })
  }
}

function parseYaml(bytes: Uint8Array): TextContent | Refusal {
  if (bytes.length > MOST_YAML) return refuse('yamlTooLarge', { bytes: bytes.length, most: MOST_YAML })
  const { fields, faults } = readYaml({ file: '', bytes })
  const fault = faults.find(each => each.severity === 'fault')
  if (!fault) return refuseBroken(fields) ?? { kind: 'yaml', value: fields }
  const { wrong, remedy } = fault.sentence
  return refuse('yamlBroken', { line: fault.line ?? 1, column: fault.column ?? 1, wrong, remedy })
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** checks whether the first line has at least three fields, as many as the next line, and no colon. */
function looksLikeCsv(text: string): boolean {
  const [first = '', second = ''] = text.slice(0, 4000).split(/\r?\n/, 2)
  const separator = [',', '\t', ';'].find(sign => first.split(sign).length >= 3)
  if (separator === undefined || /[:：#{]/.test(first)) return false
  return second === '' || second.split(separator).length === first.split(separator).length
}
