/** Characters of a title on one line: 156 mm hold 20 of 22 pt. */
const MOST = 20

const cutter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words that belong together, beyond those that the segmenter knows. */
const TERM = /述职评议(?:考核)?|述职测评|折算分|结果运用|组织调整|民意调查|实地核查表?|整改方案|书面反馈/g

/** What a title names in brackets at its end. */
const BRACKET = /(?<=[^（])(?=（[^（）]+）$)/

/** Breaks a title by sense into lines of about one length (回行), none within a word; a bracket at its end stands below the rest, and line breaks that somebody typed stay. (GB/T 9704 7.3.1) */
export function breakTitle(title: string): readonly string[] {
  return title.split('\n').flatMap(typed => {
    const line = typed.trim()
    return widthOf(line) > MOST ? line.split(BRACKET).flatMap(breakLine) : [line]
  })
}

/** The best way to lay out the title up to a place: its cost, and where its last line begins. */
interface Way {
  readonly cost: number
  readonly from: number
}

function breakLine(title: string): readonly string[] {
  const count = Math.ceil(widthOf(title) / MOST)
  if (count <= 1) return [title]
  const ends = [...placesOf(title), title.length]
  const ideal = widthOf(title) / count
  const ways = new Map<number, Way>([[0, { cost: 0, from: 0 }]])
  for (const to of ends)
    for (const [from, { cost }] of ways) {
      const width = widthOf(title.slice(from, to))
      if (from >= to || width > MOST) continue
      const whole = cost + (width - ideal) ** 2
      if (whole < (ways.get(to)?.cost ?? Infinity)) ways.set(to, { cost: whole, from })
    }
  const lines: string[] = []
  for (let to = title.length; to > 0;) {
    const way = ways.get(to)
    // A word longer than a line: programs break it where the line ends.
    if (way === undefined) return [title]
    lines.unshift(title.slice(way.from, to))
    to = way.from
  }
  return lines
}

/** Lists where a line may end: between words, not before 的 or a closing mark, not after an opening one or a figure. */
function placesOf(title: string): readonly number[] {
  const within = [...title.matchAll(TERM)].map(({ index, 0: { length } }) => [index, index + length] as const)
  return [...cutter.segment(title)]
    .map(({ index }) => index)
    .filter(
      at =>
        at > 0 &&
        !/^[的了之等》）”、，：]/.test(title.slice(at)) &&
        !/[《（“\d]$/.test(title.slice(0, at)) &&
        !within.some(([from, to]) => from < at && at < to),
    )
}

/** The width in full characters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.5 : 1), 0)
}
