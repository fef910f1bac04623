/** A problem to compare (可比的问题): its row and rule where it cites them, and its words. */
interface ComparedProblem {
  readonly row: string | undefined
  readonly rule: string | undefined
  readonly text: string
}

/** The least share of common pairs of characters at which two texts count as nearly the same words, in percent. */
const NEAR = 60

/** Finds the years in which the same fault stood before (同一问题再次出现): the same row and rule, or nearly the same words. Newest first. */
export function findRepeats(
  problem: ComparedProblem,
  earlier: readonly (ComparedProblem & { readonly year: number })[],
): readonly number[] {
  const own = pairsOf(problem.text)
  const years = earlier
    .filter(
      one =>
        (problem.row !== undefined && one.row === problem.row && one.rule === problem.rule) ||
        isNear(own, pairsOf(one.text)),
    )
    .map(one => one.year)
  return [...new Set(years)].toSorted((one, other) => other - one)
}

/** Pairs of neighbouring characters, without punctuation, figures and blanks, which change from year to year. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.replaceAll(/[^\p{L}]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

function isNear(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return false
  let common = 0
  for (const pair of one) if (other.has(pair)) common++
  return common * 100 >= NEAR * (one.size + other.size - common)
}
