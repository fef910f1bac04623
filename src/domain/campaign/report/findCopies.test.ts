import { expect, test } from 'vitest'
import { type CopyMatch, findAllCopies, findCopies, printCorpus } from './findCopies.ts'
import { COPIED_PERCENT, percentAlike } from './percentAlike.ts'
import { isComparable, printsOf, printsToLeaveOut } from './prints.ts'

type Paragraph = readonly (readonly string[])[]

const PER_REPORT = 12

/** A made corpus: paragraphs of sentences of words that come as often as words do, with stock phrases among them. */
function makeCorpus(reports: number, seed: number) {
  let state = seed
  const chance = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const below = (most: number): number => Math.floor(chance() * most)
  const often = (most: number): number => Math.floor(chance() ** 2.5 * most)
  const list = <T>(size: number, make: () => T): T[] => Array.from({ length: size }, make)
  const letters = list(260, () => String.fromCodePoint(0x4e00 + below(5000)))
  const words = list(2500, () => list(2 + often(3), () => letters[below(letters.length)]!).join(''))
  const stock = list(60, () => list(6 + below(6), () => words[often(400)]!).join(''))
  const word = (): string => words[often(words.length)]!
  const paragraphs = list(reports * PER_REPORT, (): Paragraph =>
    list(3 + below(4), () => list(8 + below(10), () => (chance() < 0.05 ? stock[below(60)]! : word()))),
  )
  const planted = new Map<number, number>()
  const used = new Set<number>()
  while (planted.size < Math.min(400, reports * 2)) {
    const [from, to] = [below(paragraphs.length), below(paragraphs.length)]
    if (Math.floor(from / PER_REPORT) === Math.floor(to / PER_REPORT)) continue
    if (planted.has(to) || planted.has(from) || used.has(to) || used.has(from)) continue
    const copied = paragraphs[from]!.map(one => one.map(part => (chance() < 0.3 ? word() : part)))
    paragraphs[to] = copied
      .map(one => ({ one, key: chance() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ one }) => one)
    planted.set(to, from)
    used.add(from)
  }
  const texts = paragraphs.map(one => one.map(parts => `${parts.join('')}。`).join(''))
  return { texts, planted, used }
}

function copiesIn(texts: readonly string[]) {
  const corpus = printCorpus(
    texts.map((text, at) => ({ prints: printsOf(text), report: Math.floor(at / PER_REPORT) })),
  )
  const isCopy = ({ own, other }: CopyMatch): boolean =>
    percentAlike(texts[own]!, texts[other]!) >= COPIED_PERCENT
  return { corpus, found: Map.groupBy(findAllCopies(corpus).filter(isCopy), match => match.own) }
}

test.each([11, 12])(
  'corpus %i: copies with 30 % of the words changed and sentences in another order are found, and nearly nothing else',
  seed => {
    const { texts, planted, used } = makeCorpus(120, seed)
    const { corpus, found } = copiesIn(texts)
    const caught = [...planted].filter(([to, from]) => found.get(to)?.some(match => match.other === from))
    expect(caught.length / planted.size).toBeGreaterThanOrEqual(0.95)
    const honest = texts.length - planted.size - used.size
    const alarms = [...found.keys()].filter(own => !planted.has(own) && !used.has(own))
    expect(alarms.length / honest).toBeLessThanOrEqual(0.01)
    // One report against the others finds what all pairs find.
    const [to, from] = caught[0]!
    const others = texts.flatMap((text, at) =>
      Math.floor(at / PER_REPORT) === Math.floor(to / PER_REPORT) ? [] : [{ at, text }],
    )
    const rest = printCorpus(others.map(({ at, text }) => ({ prints: printsOf(text), report: at })))
    const [best] = findCopies([printsOf(texts[to]!)], rest)
    expect(others[best!.other]!.at).toBe(from)
    expect(corpus.starts.length).toBe(texts.length + 1)
  },
)

test('a paragraph that all have copied is found, by the first of them', () => {
  const { texts } = makeCorpus(60, 5)
  const shared = texts[0]!
  const all = texts.map((text, at) => (at % PER_REPORT === 0 ? shared : text))
  const { found } = copiesIn(all)
  expect(
    [...found.values()].flat().filter(({ own }) => own % PER_REPORT === 0).length,
  ).toBeGreaterThanOrEqual(59)
})

test('marks, figures and width make no difference; what the notice says is left out; a short line is not compared', () => {
  const text = '一年来，我主持召开党组会议四次，逐项研究机关党建工作，督促班子成员落实一岗双责。'
  expect(printsOf('2018年我到支部 12 次（上半年）调研督导')).toEqual(
    printsOf('2017年，我到支部３次上半年调研督导'),
  )
  expect(isComparable(printsOf(text))).toBe(true)
  expect(isComparable(printsOf(text, printsToLeaveOut([text])))).toBe(false)
  expect(isComparable(printsOf('请各位领导和同志们批评指正。'))).toBe(false)
  expect(percentAlike(text, text)).toBe(100)
  expect(percentAlike(text, '明年春节前修好社区的路灯')).toBeLessThan(10)
  expect(percentAlike('', text)).toBe(0)
})
