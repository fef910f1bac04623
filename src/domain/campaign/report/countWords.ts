/** Characters that Word counts one by one in Chinese text: ideographs, kana, Hangul, CJK and full-width marks, and the marks shared with other scripts. */
const SINGLE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—…·]/u

const SINGLES = new RegExp(SINGLE.source, 'gu')
const WORDLIKE = /[\p{L}\p{N}]/u

/**
 * Counts the words (字数) of a text as Word counts them in Chinese: each Chinese character and each
 * full-width mark is 1, each run of other characters that holds a letter or digit is 1, half-width marks
 * alone are 0. `2018年` is 2, `3.5%` is 1, `党建+扶贫` is 4. (六（二）)
 */
export function countWords(text: string): number {
  const singles = text.match(SINGLES)?.length ?? 0
  const runs = text.replace(SINGLES, ' ').split(/\s+/u)
  return singles + runs.filter(run => WORDLIKE.test(run)).length
}

/** Where a number of words (字数) stands: within the limit, at 95 % of it or more, or above it. */
export type WordStanding = 'within' | 'near' | 'above'

/** Returns where a number of words stands against the limit (字数上限). (六（二）) */
export function standingOfWords(words: number, limit: number): WordStanding {
  if (words > limit) return 'above'
  return words * 100 >= limit * 95 ? 'near' : 'within'
}
