import { SEED, UNITS_IN_A_PASS } from './benchUnits.ts'
import { isPeer, median, type Standing } from './comparePeers.ts'
import type { Machine } from './machine.ts'
import type { StreamReport } from './streamUnits.ts'
import type { SizeReport } from './timeSizes.ts'

/** All that one run of the benchmark found. */
export interface Findings {
  readonly date: string
  readonly machine: Machine
  readonly pinned: boolean
  readonly rounds: number
  readonly standings: readonly Standing[]
  readonly sizes: Readonly<Record<string, readonly SizeReport[]>>
  readonly streams: readonly StreamReport[]
  readonly loads: readonly number[]
}

/** docs/benchmarks.md as one text. */
export function reportOf(found: Findings): string {
  const { machine } = found
  const packages = machine.packages.map(({ name, version }) => `${name} ${version}`).join(', ')
  const lines = [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; do not edit by hand. How it measures, and why so, is in [decisions/0011-benchmark.md](decisions/0011-benchmark.md).',
    '',
    `- Date: ${found.date}`,
    `- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}`,
    `- Node ${machine.node}; ${packages}`,
    `- Load of the machine before, between and after the parts (1-minute average): ${found.loads.map(load => load.toFixed(1)).join(', ')}`,
    '',
    ...comparison(found),
    ...growth(found),
    ...stream(found),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function comparison({ standings, rounds, pinned }: Findings): readonly string[] {
  if (standings.length === 0) return []
  const sorted = standings.toSorted((one, other) => rateOf(other) - rateOf(one))
  const own = (id: string) => standings.find(({ contender }) => contender.id === id)!
  const rival = sorted.find(({ contender, fault }) => isPeer(contender.from) && fault === undefined)!
  const [numbers, explained, limit] = [own('numbers'), own('explained'), own('limit')]
  const ofLimit = median(numbers.rates.map((rate, round) => rate / limit.rates[round]!))
  const named = sorted.find(
    ({ contender, fault }) =>
      isPeer(contender.from) && fault === undefined && !contender.manner.includes('position'),
  )!
  const overNamed = ({ rates }: Standing) =>
    median(rates.map((rate, round) => rate / named.rates[round]!)).toFixed(1)
  return [
    '## The annex: the engine and its peers',
    '',
    `The inspection of ${UNITS_IN_A_PASS.toLocaleString('en')} demo units (seed ${SEED}) on the 23 rows of the annex, units for each second of one core: median of ${rounds} rounds, least and most beside it. ` +
      'Every value of every pass was checked against the oracle before its time counted. Ratios are to the fastest peer of the same round.',
    '',
    '| | manner | units/s | least – most | × fastest peer | passes checked |',
    '|---|---|---:|---:|---:|---:|',
    ...sorted.map(row),
    '',
    '| aim | reached | |',
    '|---|---:|---|',
    aim(
      '≥ 300,000 units/s with explanation on one core',
      whole(median(explained.rates)),
      median(explained.rates) >= 300_000,
    ),
    aim(
      `≥ 25 × the fastest peer (${rival.contender.from}, ${rival.contender.manner}), numbers only`,
      times(numbers),
      median(numbers.ratios) >= 25,
    ),
    aim('≥ 10 × the fastest peer, with explanation', times(explained), median(explained.ratios) >= 10),
    aim('≥ 1/4 of the limit, numbers only', ofLimit.toFixed(2), ofLimit >= 0.25),
    '',
    `The fastest peer whose fields go by name, as its documentation shows, is ${named.contender.from} (${named.contender.manner}): the engine is ${overNamed(numbers)} × as fast with numbers only, ${overNamed(explained)} × with explanation.`,
    '',
    `Everybody ran in a process of its own, ${pinned ? 'pinned to one core' : 'not pinned to a core (no taskset here)'}, warm, one after another in each round. ` +
      'Time is the time that the process spent on the core with all its threads, so that other work on the machine does not count; it still slows caches and the twin hyperthread, which is why ratios within a round say more than rates. ' +
      'The engine starts from findings as they lie in the facts (matching rules, adding up, comparing with the ledger); peers are given the counts by rule already added up.',
    '',
  ]
}

function row({ contender, rates, passes, ratios, fault }: Standing): string {
  const name = contender.from === 'hengping' ? '**hengping**' : contender.from
  if (fault !== undefined)
    return `| ${name} | ${contender.manner} | no time: ${fault.replaceAll('\n', ' ')} | | | |`
  const spread = `${whole(Math.min(...rates))} – ${whole(Math.max(...rates))}`
  return `| ${name} | ${contender.manner} | ${whole(median(rates))} | ${spread} | ${median(ratios).toFixed(2)} | ${whole(passes)} |`
}

function aim(what: string, reached: string, isReached: boolean): string {
  return `| ${what} | ${reached} | ${isReached ? 'reached' : '**not reached**'} |`
}

const SIZE_NAMES: Readonly<Record<string, string>> = {
  numbers: 'inspection, numbers only',
  explained: 'inspection, with explanation',
  cycle: 'the whole corridor (`appraiseCycle`)',
}

function growth({ sizes }: Findings): readonly string[] {
  const manners = Object.keys(sizes)
  if (manners.length === 0) return []
  const counts = sizes[manners[0]!]!.map(({ units }) => units)
  const cells = (manner: string) =>
    counts.map(units => whole(sizes[manner]!.find(size => size.units === units)?.unitsPerSecond))
  return [
    '## Growth',
    '',
    'Units for each second of one core at growing sizes: the same figure all along is linear. These units keep complete ledgers (about 16 ledger entries each), whose shortfalls the engine works out; ' +
      'each is scored once, right after it was made (making is not timed); a small number is made and scored again and again until 200,000 are counted. The corridor works on a year held in memory, facts by list, from tallying sheets to consequences and issues; a million units with all their sheets do not fit here.',
    '',
    `| | ${counts.map(whole).join(' | ')} |`,
    `|---|${counts.map(() => '---:').join('|')}|`,
    ...manners.map(manner => `| ${SIZE_NAMES[manner]} | ${cells(manner).join(' | ')} |`),
    '',
  ]
}

function stream({ streams }: Findings): readonly string[] {
  if (streams.length === 0) return []
  const best = streams.reduce((one, other) => (other.total < one.total ? other : one))
  const scoring = Math.min(...streams.map(({ scored, rankedIn }) => scored + rankedIn))
  const peak = Math.max(...streams.map(({ peakMiB }) => peakMiB))
  const isSame = streams.every(({ sum }) => sum === streams[0]!.sum)
  return [
    '## 4.7 million units',
    '',
    'Made one by one from seed and index, scored in all four components, composed, and ranked with ties broken by inspection and debrief. Nothing is kept but five columns of figures. Seconds by the wall.',
    '',
    '| threads | making | scoring | ranking | all together | on the cores | peak memory | checked by the oracle |',
    '|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...streams.map(
      one =>
        `| ${one.threads} | ${seconds(one.made)} | ${seconds(one.scored)} | ${seconds(one.rankedIn)} | ${seconds(one.total)} | ${seconds(one.cpu)} | ${whole(one.peakMiB)} MiB | ${whole(one.checked)} |`,
    ),
    '',
    '| aim | reached | |',
    '|---|---:|---|',
    aim('scored and ranked in 30 s', seconds(scoring), scoring < 30),
    aim(
      'made, scored and ranked in 30 s',
      `${seconds(best.total)} (${best.threads} threads)`,
      best.total < 30,
    ),
    aim('under 1 GiB', `${whole(peak)} MiB`, peak < 1024),
    aim('the same scores and places with any number of threads', isSame ? 'yes' : 'no', isSame),
    '',
    `Seconds by the wall are those of this machine under the load told above. From the time on the cores, ${best.threads} threads on cores of their own would take about ${seconds((best.cpu - best.rankedIn) / best.threads + best.rankedIn)}: an estimate, not a measurement.`,
    '',
  ]
}

function rateOf({ rates }: Standing): number {
  return rates.length === 0 ? 0 : median(rates)
}

function times({ ratios }: Standing): string {
  return `${median(ratios).toFixed(1)} ×`
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}

function whole(value: number | undefined): string {
  return value === undefined ? '–' : Math.round(value).toLocaleString('en')
}
