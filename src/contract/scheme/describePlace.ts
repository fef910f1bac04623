import type { FaultPath } from '../../domain/scheme/schemeFault.ts'
import { fieldLabel } from './fieldLabels.ts'

/** Describes a path from the top of a scheme in words, e.g. `评分细则 四.4 评分标准“缺会一次减1分” 分值`. Accepts any value, even a broken one. */
export function describePlace(document: unknown, path: FaultPath): string {
  const words: string[] = []
  let [node, around, list]: [unknown, string | undefined, string | undefined] = [
    document,
    undefined,
    undefined,
  ]
  for (const step of path) {
    node = isHolder(node) ? node[step] : undefined
    if (typeof step === 'number') {
      words.pop()
      words.push(describeItem(list ?? '', node, step))
    } else {
      words.push(fieldLabel(step, around))
      around = step
      list = step
    }
  }
  return words.slice(words.length > 1 && isWrapper(path) ? 1 : 0).join(' ')
}

/** Describes an item of a list: its kind and its name, or its position in the list. */
export function describeItem(list: string, item: unknown, at: number): string {
  const label = ITEM_LABELS[list] ?? fieldLabel(list)
  const name = nameOf(list, item)
  return name === undefined ? `${label}第${at + 1}项` : NAME_ALONE.has(list) ? name : `${label}“${name}”`
}

/** Returns the name of an item, if it has one. */
export function nameOf(list: string, item: unknown): string | undefined {
  if (!isHolder(item)) return undefined
  const text = (key: string): string | undefined => {
    const value = item[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  if (list === 'rows' || list === 'lists')
    return [text('id'), text('title')].filter(Boolean).join(' ') || undefined
  if (list === 'rulings') return text('id') && `口径${text('id')}`
  if (list === 'clauses') return text('citation') && `条款${text('citation')}`
  return text('name') ?? text('title') ?? text('text') ?? text('id')
}

const NAME_ALONE: ReadonlySet<string> = new Set(['rows', 'lists', 'rulings', 'clauses'])

/** Labels for one item of a list, where the list's own name does not fit. */
const ITEM_LABELS: Readonly<Record<string, string>> = {
  components: '分项',
  bands: '区间',
  requires: '应有次数',
  preconditions: '前提',
}

/** Checks for the `评分细则“…”` level above a row, which adds nothing because rows have numbers of their own. */
function isWrapper([first, , third]: FaultPath): boolean {
  return first === 'rubrics' && third === 'rows'
}

function isHolder(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null
}
