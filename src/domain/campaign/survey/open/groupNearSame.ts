import { findAllCopies, printCorpus } from '../../report/findCopies.ts'
import { percentAlike } from '../../report/percentAlike.ts'
import { printsOf } from '../../report/prints.ts'

/** Answers that say nearly the same (相近意见): the one that stands for them, and all of them. */
export interface NearSameGroup {
  readonly text: string
  readonly answers: readonly number[]
}

/** Part of its characters that an answer shares with the one that stands for its group, in percent. */
const ALIKE = 70

/** Groups answers that say nearly the same (相近意见), the largest group first; an answer of its own kind is a group of one. */
export function groupNearSame(texts: readonly string[]): readonly NearSameGroup[] {
  const same = new Map<string, number[]>()
  for (const [at, text] of texts.entries()) {
    const key = text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
    const answers = same.get(key)
    if (answers === undefined) same.set(key, [at])
    else answers.push(at)
  }
  const kinds = [...same.values()]
  const corpus = printCorpus(kinds.map(([first], report) => ({ prints: printsOf(texts[first!]!), report })))
  const near = kinds.map(() => [] as number[])
  for (const { own, other } of findAllCopies(corpus)) {
    near[own]!.push(other)
    near[other]!.push(own)
  }
  // The kind that most answers share stands for its neighbours; a chain of neighbours is no group.
  const order = kinds
    .map((_, kind) => kind)
    .toSorted(
      (one, two) =>
        kinds[two]!.length - kinds[one]!.length || near[two]!.length - near[one]!.length || one - two,
    )
  const taken = new Set<number>()
  const groups: NearSameGroup[] = []
  for (const kind of order) {
    if (taken.has(kind)) continue
    taken.add(kind)
    const text = texts[kinds[kind]![0]!]!
    const joined = [...new Set(near[kind])].filter(
      other => !taken.has(other) && isAlike(text, texts[kinds[other]![0]!]!),
    )
    for (const other of joined) taken.add(other)
    groups.push({
      text,
      answers: [kind, ...joined].flatMap(one => kinds[one]!).toSorted((one, two) => one - two),
    })
  }
  return groups.toSorted((one, two) => two.answers.length - one.answers.length)
}

function isAlike(text: string, other: string): boolean {
  return Math.min(percentAlike(text, other), percentAlike(other, text)) >= ALIKE
}
