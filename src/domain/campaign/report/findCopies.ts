/** Paragraphs to compare with (比对库): the prints of all in one row, and where each begins. */
interface PrintedCorpus {
  readonly prints: Uint32Array
  /** One more than there are paragraphs. */
  readonly starts: Uint32Array
  /** Which report each paragraph belongs to; paragraphs of one report are no copies of one another. */
  readonly reports: Uint32Array
}

/** A paragraph that another one is nearly the same as (雷同段落). */
export interface CopyMatch {
  /** The paragraph that was asked about. */
  readonly own: number
  readonly other: number
  /** The part of its prints that both have, weighed by rarity, 0 to 1. */
  readonly score: number
}

/** Part of its prints, weighed by rarity, that makes a paragraph a copy. */
const COPIED = 0.24

/** Others with the same print that are looked at, the earliest first: who copied what all have copied is found by the first of them. */
const MOST_SHARING = 32

/** The rarest prints that others have, too, by which candidates are found. */
const RAREST = 32

/** Candidates of one paragraph that are compared in full. */
const CANDIDATES = 8

/** Matches kept for one paragraph. */
const BEST = 3

/** Puts paragraphs into one corpus (建比对库). */
export function printCorpus(
  paragraphs: readonly { readonly prints: Uint32Array; readonly report: number }[],
): PrintedCorpus {
  const starts = new Uint32Array(paragraphs.length + 1)
  for (const [at, { prints }] of paragraphs.entries()) starts[at + 1] = starts[at]! + prints.length
  const prints = new Uint32Array(starts.at(-1)!)
  for (const [at, one] of paragraphs.entries()) prints.set(one.prints, starts[at])
  return { prints, starts, reports: Uint32Array.from(paragraphs, ({ report }) => report) }
}

/** Finds the near copies (雷同段落) of a few paragraphs in a corpus that does not hold them, best first; in one pass over its prints. */
export function findCopies(own: readonly Uint32Array[], corpus: PrintedCorpus): readonly CopyMatch[] {
  const slots = new Map<number, number>()
  for (const prints of own) for (const print of prints) if (!slots.has(print)) slots.set(print, slots.size)
  const counts = new Uint32Array(slots.size)
  const owners = new Uint32Array(slots.size * MOST_SHARING)
  const known = new Uint8Array(1 << 18)
  for (const print of slots.keys()) known[print & 0x3ffff] = 1
  const { prints, starts } = corpus
  for (let paragraph = 0; paragraph + 1 < starts.length; paragraph++) {
    for (let at = starts[paragraph]!; at < starts[paragraph + 1]!; at++) {
      const print = prints[at]!
      if (known[print & 0x3ffff] === 0) continue
      const slot = slots.get(print)
      if (slot === undefined) continue
      const count = counts[slot]!++
      if (count < MOST_SHARING) owners[slot * MOST_SHARING + count] = paragraph
    }
  }
  const firsts = Uint32Array.from(counts, (_, slot) => slot * MOST_SHARING)
  const score = createScores(corpus, { owners, firsts, counts })
  return own.flatMap((list, at) =>
    score(
      at,
      list,
      Uint32Array.from(list, print => slots.get(print)!),
    ),
  )
}

/** Finds the near copies (雷同段落) of every paragraph of a corpus in the others, all pairs at once. */
export function findAllCopies(corpus: PrintedCorpus): readonly CopyMatch[] {
  const { prints, starts } = corpus
  const { owners, groupOf, firsts, counts } = groupPrints(corpus)
  const score = createScores(corpus, { owners, firsts, counts }, corpus.reports)
  const found: CopyMatch[] = []
  for (let own = 0; own + 1 < starts.length; own++) {
    const [from, to] = [starts[own]!, starts[own + 1]!]
    for (const match of score(own, prints.subarray(from, to), groupOf.subarray(from, to))) found.push(match)
  }
  return found
}

/** Who has which print: for each group of equal prints its owners, where they begin, and how many others there are. */
interface PrintGroups {
  readonly owners: Uint32Array
  readonly firsts: Uint32Array
  readonly counts: Uint32Array
}

/** Returns the function that finds the best matches of one paragraph: candidates by its rarest prints, compared in full. With `reports`, paragraphs of its own report are passed over. */
function createScores(
  { prints, starts }: PrintedCorpus,
  { owners, firsts, counts }: PrintGroups,
  reports?: Uint32Array,
) {
  const paragraphs = starts.length - 1
  const hits = new Uint16Array(paragraphs)
  // A print that all have tells nothing; beyond the table they are alike.
  const rarity = Float64Array.from(
    { length: 1024 },
    (_, count) => Math.log(1 + paragraphs / Math.max(1, count)) ** 2,
  )
  const weightOf = (count: number): number => rarity[Math.min(count, 1023)]!
  return (own: number, list: Uint32Array, groups: Uint32Array): readonly CopyMatch[] => {
    let total = 0
    for (const group of groups) total += weightOf(counts[group]!)
    const most = countOfRarest(groups, counts)
    const met: number[] = []
    for (const group of groups) {
      const count = counts[group]!
      if (count === 0 || count > most) continue
      const first = firsts[group]!
      for (let at = first; at < first + Math.min(MOST_SHARING, count + (reports ? 1 : 0)); at++) {
        const other = owners[at]!
        if (reports !== undefined && reports[other] === reports[own]) continue
        if (hits[other]!++ === 0) met.push(other)
      }
    }
    const candidates: number[] = []
    for (const other of met) if (hits[other]! > 1) candidates.push(other)
    candidates.sort((one, two) => hits[two]! - hits[one]!)
    for (const other of met) hits[other] = 0
    return candidates
      .slice(0, CANDIDATES)
      .map((other): CopyMatch => {
        const those = prints.subarray(starts[other], starts[other + 1])
        const both = weightInBoth(list, those, at => weightOf(counts[groups[at]!]!))
        // Of two paragraphs the shorter may lie wholly within the longer.
        const whole = total * Math.min(1, those.length / list.length)
        return { own, other, score: Math.min(1, both / whole) }
      })
      .filter(({ score }) => score >= COPIED)
      .toSorted((one, two) => two.score - one.score || one.other - two.other)
      .slice(0, BEST)
  }
}

/** Returns how many others may have a print, so that the rarest shared ones are taken and not many more. */
function countOfRarest(groups: Uint32Array, counts: Uint32Array): number {
  const byCount = new Uint16Array(MOST_SHARING + 1)
  for (const group of groups) byCount[Math.min(counts[group]!, MOST_SHARING)]!++
  let taken = 0
  for (let count = 1; count < MOST_SHARING; count++) {
    taken += byCount[count]!
    if (taken >= RAREST) return count
  }
  return Number.POSITIVE_INFINITY
}

/** Sums the weights of the prints that both lists have; both are in order of size. */
function weightInBoth(list: Uint32Array, those: Uint32Array, weightAt: (at: number) => number): number {
  let sum = 0
  for (let one = 0, other = 0; one < list.length && other < those.length;) {
    if (list[one] === those[other]) {
      sum += weightAt(one++)
      other++
    } else if (list[one]! < those[other]!) one++
    else other++
  }
  return sum
}

/** Bits of the number of a paragraph beside its print in one number. */
const OWNER = 2 ** 20

/** Groups equal prints, and returns for each print of the corpus the group that it is in. */
function groupPrints({ prints, starts }: PrintedCorpus): PrintGroups & { readonly groupOf: Uint32Array } {
  const count = prints.length
  const paragraphs = starts.length - 1
  const keys = new Float64Array(count)
  for (let paragraph = 0; paragraph < paragraphs; paragraph++)
    for (let at = starts[paragraph]!; at < starts[paragraph + 1]!; at++)
      keys[at] = prints[at]! * OWNER + paragraph
  keys.sort()
  const [owners, groupOf] = [new Uint32Array(count), new Uint32Array(count)]
  const [firsts, counts] = [new Uint32Array(count), new Uint32Array(count)]
  const next = starts.slice(0, paragraphs)
  let [group, before] = [-1, -1]
  for (let at = 0; at < count; at++) {
    const owner = keys[at]! % OWNER
    const print = (keys[at]! - owner) / OWNER
    if (print === before) counts[group]!++
    else firsts[++group] = at
    before = print
    owners[at] = owner
    // The prints of a paragraph are in order of size, and so are the keys.
    groupOf[next[owner]!++] = group
  }
  return { owners, groupOf, firsts, counts }
}
