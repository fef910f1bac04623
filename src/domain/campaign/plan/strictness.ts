import { studentBound } from './studentBound.ts'

/** The loss of one visit (所失): the points a unit lost in one round. `usual` is its mean loss in its other rounds, if any. */
export interface VisitLoss {
  readonly unit: string
  readonly inspectors: readonly string[]
  readonly lost: number
  readonly usual?: number
  /** The findings as one text; two sheets with the same text are identical. */
  readonly content: string
}

/** The judgement of strictness (尺度): stricter or milder than peers beyond chance, no visible difference, or too few visits. */
type StrictnessWord = 'stricter' | 'milder' | 'alike' | 'tooFew'

/** The strictness of one inspector (尺度). `difference` from peers and its interval are in points, adjusted for the level of the units; `identical` is a share from 0 to 1. */
export interface Strictness {
  readonly inspector: string
  readonly units: number
  readonly mean: number
  readonly spread: number
  readonly identical: number
  readonly difference?: number
  readonly from?: number
  readonly to?: number
  readonly word: StrictnessWord
}

const LEAST_VISITS = 5
const RISK = 0.05

/**
 * Compares the strictness of inspectors (核查尺度): mean loss, spread, share of identical sheets, and the
 * difference from peers with a Welch interval, Bonferroni-adjusted for all inspectors (95 % that nobody
 * is called strict or mild by chance). Advice only; it does not affect scores. (三（二）2)
 */
export function compareStrictness(visits: readonly VisitLoss[]): readonly Strictness[] {
  const inspectors = [...new Set(visits.flatMap(visit => visit.inspectors))].toSorted()
  const level = adjusted(visits)
  return inspectors.map(inspector => {
    const own = visits.flatMap((visit, at) => (visit.inspectors.includes(inspector) ? [at] : []))
    const others = visits.flatMap((visit, at) => (visit.inspectors.includes(inspector) ? [] : [at]))
    const losses = own.map(at => visits[at]!.lost)
    const compared = differ(
      own.map(at => level[at]!),
      others.map(at => level[at]!),
      RISK / inspectors.length,
    )
    return {
      inspector,
      units: own.length,
      mean: meanOf(losses),
      spread: Math.sqrt(varianceOf(losses)),
      identical: identicalShare(own.map(at => visits[at]!.content)),
      ...compared,
      word: wordOf(compared),
    }
  })
}

/** Adjusts each loss by the unit's mean in its other rounds, or by the overall mean if it had none. */
function adjusted(visits: readonly VisitLoss[]): readonly number[] {
  const known = visits.filter(visit => visit.usual !== undefined)
  const shift = meanOf(known.map(visit => visit.lost - visit.usual!))
  const mean = meanOf(visits.map(visit => visit.lost))
  return visits.map(({ lost, usual }) => (usual === undefined ? lost - mean : lost - usual - shift))
}

interface Compared {
  readonly difference?: number
  readonly from?: number
  readonly to?: number
}

function differ(own: readonly number[], others: readonly number[], risk: number): Compared {
  if (own.length < LEAST_VISITS || others.length < LEAST_VISITS) return {}
  const [mine, theirs] = [varianceOf(own) / own.length, varianceOf(others) / others.length]
  const error = Math.sqrt(mine + theirs)
  const difference = meanOf(own) - meanOf(others)
  const freedom =
    error === 0
      ? 1
      : (mine + theirs) ** 2 / (mine ** 2 / (own.length - 1) + theirs ** 2 / (others.length - 1))
  const reach = error === 0 ? 0 : error * studentBound(freedom, risk)
  return { difference, from: difference - reach, to: difference + reach }
}

function wordOf({ from, to }: Compared): StrictnessWord {
  if (from === undefined || to === undefined) return 'tooFew'
  if (from > 0) return 'stricter'
  return to < 0 ? 'milder' : 'alike'
}

function identicalShare(contents: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1)
  const same = contents.filter(content => counts.get(content)! > 1).length
  return contents.length === 0 ? 0 : same / contents.length
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function varianceOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
