import { type Day, isDay } from '../../kernel/calendar.ts'
import type { ReportProblem } from './report.ts'

const PARTS = [
  ['due', /时限|期限|完成时间/],
  ['remedy', /措施|整改|打算/],
  ['cause', /原因/],
  ['problem', /问题|不足/],
] as const

type Part = (typeof PARTS)[number][0]

/** Reads the list of problems (问题清单) from a table whose head names problem and remedy; nothing if it is another table. A date that cannot be read stays in the remedy. */
export function readProblems(rows: readonly (readonly string[])[]): readonly ReportProblem[] | undefined {
  const [head = [], ...lines] = rows
  const columns = new Map<Part, number>()
  for (const [at, name] of head.entries()) {
    const part = PARTS.find(([, words]) => words.test(name))?.[0]
    if (part !== undefined && !columns.has(part)) columns.set(part, at)
  }
  if (!columns.has('problem') || !columns.has('remedy')) return undefined
  return lines.flatMap(line => {
    const cell = (part: Part): string => line[columns.get(part) ?? -1]?.trim() ?? ''
    const [problem, cause, remedy, written] = [cell('problem'), cell('cause'), cell('remedy'), cell('due')]
    if (`${problem}${cause}${remedy}${written}` === '') return []
    const due = dayOf(written)
    const rest = written !== '' && due === undefined ? `（时限：${written}）` : ''
    return [{ problem, cause, remedy: `${remedy}${rest}`, due }]
  })
}

function dayOf(text: string): Day | undefined {
  const found = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/.exec(text)
  if (found === null) return undefined
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
