import { cutWords } from './cutWords.ts'

/** A phrase (常见短语) and the answers that it stands in. */
export interface FrequentPhrase {
  readonly text: string
  readonly answers: readonly number[]
}

/** Words of a phrase at most. */
const MOST_WORDS = 4

/** Words that say nothing alone and begin or end no phrase. */
const FILLERS = new Set(
  '的 了 着 过 地 得 是 在 有 和 与 及 或 也 都 就 还 又 很 太 更 最 不 没 没有 要 会 能 可以 应该 应 希望 建议 我 我们 你 他 她 它 他们 自己 大家 这 那 这个 那个 一个 一些 一下 什么 怎么 觉得 认为 把 被 对 对于 从 到 向 给 让 为 为了 因为 所以 但 但是 而 而且 如果 吧 吗 呢 啊 等 个 多 少 上 下 里 中 来 去 说 请 再 无 其他 目前 现在 时候 方面 问题'.split(
    ' ',
  ),
)

/** Finds the phrases that stand in at least `least` answers (常见短语), the most frequent first; a phrase that stands only within a longer one is dropped. */
export function frequentPhrases(texts: readonly string[], least = 3, most = 60): readonly FrequentPhrase[] {
  const found = new Map<string, Set<number>>()
  for (const [answer, text] of texts.entries()) {
    for (const clause of cutWords(text)) {
      const words = clause.map(word => word.text)
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
          const phrase = words.slice(from, to)
          if (!isTelling(phrase)) continue
          const key = phrase.join('')
          const answers = found.get(key)
          if (answers === undefined) found.set(key, new Set([answer]))
          else answers.add(answer)
        }
      }
    }
  }
  const frequent = [...found]
    .filter(([, answers]) => answers.size >= least)
    .toSorted(([one, a], [two, b]) => b.size - a.size || two.length - one.length || (one < two ? -1 : 1))
    .slice(0, most * 8)
  return frequent
    .filter(([text, { size }]) =>
      frequent.every(
        ([other, answers]) => other === text || !other.includes(text) || answers.size < size * 0.8,
      ),
    )
    .slice(0, most)
    .map(([text, answers]) => ({ text, answers: [...answers] }))
}

function isTelling(phrase: readonly string[]): boolean {
  if (FILLERS.has(phrase[0]!) || FILLERS.has(phrase.at(-1)!)) return false
  return [...phrase.join('')].length > 1 && /\p{L}/u.test(phrase.join(''))
}
