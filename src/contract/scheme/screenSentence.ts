import type { FaultSentence } from './faultSentence.ts'
import { fieldLabel, isLabelled } from './fieldLabels.ts'
import type { SchemeNames } from './schemeNames.ts'

/** Returns the fault sentence for the screen, without keys and values of the file and with names instead of ids; `names` are those of the whole scheme, `values` those of the fault. */
export function screenSentence(
  names: SchemeNames,
  { wrong, remedy }: FaultSentence,
  values: object = {},
): FaultSentence {
  const { row, rule } = values as { readonly row?: unknown; readonly rule?: unknown }
  const nameOf = (id: string): string =>
    id === rule && typeof row === 'string' ? names.ruleText(row, id) : names.nameOf(id)
  const say = (text: string): string =>
    text
      .split(/(“[^”]*”)/)
      .map(piece => (piece.startsWith('“') ? `“${quoted(piece.slice(1, -1), nameOf)}”` : plain(piece)))
      .join('')
  return { wrong: say(wrong), remedy: say(remedy) }
}

function quoted(text: string, nameOf: (id: string) => string): string {
  const name = nameOf(text)
  return name === text && isLabelled(text) ? fieldLabel(text) : name
}

function plain(text: string): string {
  let said = text
  for (const [pattern, words] of PHRASES) said = said.replace(pattern, words)
  return said.replace(/ ?\b([a-zA-Z][a-zA-Z]+)\b ?/g, (whole, word: string) => {
    const words = WORDS[word] ?? (isLabelled(word) ? fieldLabel(word) : undefined)
    return words === undefined ? whole : `“${words}”`
  })
}

/** Phrases of the file format, replaced before its single words. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/（topic: \w+）/g, ''],
  [/答复日期?（settledOn）|settledOn（答复日期）/g, '答复日期'],
  [/settledBy（答复者）/g, '答复者'],
  [/（(?:citation|conversion|nextYear|talk、proposal、supervision、none)）/g, ''],
  [/（fromOpen、toClosed）/g, '（勾选“不含下界”“含上界”）'],
  [/写(?:明)? ?floor: negative/g, '在下限处选“可以倒扣”'],
  [/写(?:明)? ?cap: ([\d.]+)/g, '在“本条上限”处填 $1'],
  [/写(?:上)? ?toClosed: true/g, '勾选“含上界”'],
  [/写(?:上)? ?nextYear: true/g, '勾选“在下一年”'],
  [/写 null/g, '留空'],
  [/kind 为 done/g, '计“做了几次”'],
  [/kind 为 fault/g, '计“差错几次”'],
  [/computes 改为 false/g, '“是否据以计算”改为否'],
  [/ ?state 改为/g, '状态改为'],
  [/true 或 false/g, '是或否'],
]

const WORDS: Readonly<Record<string, string>> = {
  settled: '已确认',
  assumed: '暂按默认',
  open: '未答复',
  stated: '通知已写明',
  smallCohort: '人数少时的名次段',
  clauses: '条款登记',
  levels: '分档',
}
