/** A word of an answer (词), and where it begins. */
interface CutWord {
  readonly text: string
  readonly at: number
}

const cutter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Marks at which a phrase ends. */
const STOP = /[\p{P}\p{S}\s]/u

/** Cuts a text into clauses of words (分词); marks and blanks end a clause and are dropped. */
export function cutWords(text: string): readonly (readonly CutWord[])[] {
  const clauses: CutWord[][] = [[]]
  for (const { segment, index } of cutter.segment(text)) {
    if (STOP.test(segment)) clauses.push([])
    else clauses.at(-1)!.push({ text: segment, at: index })
  }
  return clauses.filter(clause => clause.length > 0)
}
