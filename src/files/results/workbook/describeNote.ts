import { isSameClause } from '../../../domain/kernel/citation.ts'
import type { Explained, RulingNote } from '../../../domain/kernel/explanation.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { describeExplanation, describeRuling } from '../../../domain/explain/describeExplanation.ts'

const LONGEST = 1200

/** Returns the note of a figure: its clause, its sentence, what it is made of (one level), and the rulings applied. */
export function describeNote(node: Explained): string {
  const lines = [
    `【${node.citation}】${describeExplanation(node)}`,
    ...node.parts.map(part => `· ${describeExplanation(part)}`),
  ]
  const rulings = new Map(
    [node, ...node.parts].flatMap(one => one.rulings).map(ruling => [ruling.id, ruling]),
  )
  for (const ruling of rulings.values()) lines.push(describeRuling(ruling))
  return shortened(lines.join('\n'))
}

/** Returns the note of a heading: the clause with its content restated, and rulings. */
export function describeHeading(
  scheme: Scheme,
  citation: string,
  lines: readonly string[],
  rulings: readonly RulingNote[],
): string {
  const clause = scheme.clauses.find(one => isSameClause(one.citation, citation))
  const first = clause === undefined ? citation : `${citation}：${clause.restated}`
  return shortened([first, ...lines, ...rulings.map(describeRuling)].filter(line => line !== '').join('\n'))
}

/** Formats rulings in short: `R20（暂按默认）`. */
export function shortRulings(rulings: readonly RulingNote[]): string {
  return rulings.map(({ id, state }) => (state === 'assumed' ? `${id}（暂按默认）` : id)).join('、')
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}……（全文见“解释”表）`
}
