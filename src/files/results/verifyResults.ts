import type { ReadResults, ResultsFile, UnitResultFile } from '../../contract/results/resultsSchema.ts'
import { appraiseCycle } from '../../domain/score/appraiseCycle.ts'
import { canonicalText } from '../../domain/kernel/ids.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { figuresOf, issueFigures } from './figuresOf.ts'
import { issueNames } from './issueNames.ts'
import { listInputFaults } from './listInputFaults.ts'
import { hashInputs, hashResults, type ParsedResults } from './resultsDocument.ts'
import { listCommonIssues, listUnitResults } from './unitResults.ts'

/** The result of recomputing: no difference when `total` is 0; `differences` are the first ones as Chinese sentences. */
interface Verification {
  readonly total: number
  readonly differences: readonly string[]
  /** number of appraisees compared. */
  readonly units: number
}

/** Verifies a results file: hashes first, then recomputes everything from the embedded inputs and compares figure by figure. Returns at most `most` sentences. */
export function verifyResults(
  { file, read }: Extract<ParsedResults, { file: ResultsFile }>,
  most = 50,
): Verification {
  const differences: string[] = []
  let total = 0
  const describe = (sentence: string) => {
    if (total++ < most) differences.push(sentence)
  }
  for (const sentence of hashDifferences(file)) describe(sentence)
  const faults = listInputFaults(read.inputs)
  for (const fault of faults) describe(fault)
  if (faults.length === 0) compareResults(file, read, describe)
  return { total, differences, units: file.results.length }
}

const HASH_NAMES = { scheme: '方案', facts: '事实', history: '历年结果', results: '结果' } as const

function hashDifferences(file: ResultsFile): readonly string[] {
  const made = { ...hashInputs(file.inputs), results: hashResults(file) }
  return (['scheme', 'facts', 'history', 'results'] as const)
    .filter(name => made[name] !== file.hashes[name])
    .map(name => {
      const [carried, recomputed] = [file.hashes[name].slice(0, 12), made[name].slice(0, 12)]
      return `${HASH_NAMES[name]}的校验值不符：文件所记为${carried}…，按文件内容重算为${recomputed}…，内容或校验值被改动过`
    })
}

function compareResults(
  file: ResultsFile,
  { inputs }: ReadResults,
  describe: (sentence: string) => void,
): void {
  const { scheme, facts, history } = inputs
  const outcome = appraiseCycle(scheme, facts.roster, facts, history)
  const carried = byUnit(file.results, describe)
  const made = listUnitResults(outcome)
  for (const one of made) {
    const found = carried.get(one.unit)
    if (found === undefined) describe(`单位“${one.name}”（${one.unit}）应有结果，文件中没有`)
    else compareUnit(found, one, scheme, describe)
  }
  const known = new Set(made.map(one => one.unit))
  for (const [unit, { name }] of carried)
    if (!known.has(unit)) describe(`单位“${name}”（${unit}）不是考核对象，文件中却有它的结果`)
  compareFigures(
    '全年',
    issueFigures(file.issues),
    issueFigures(listCommonIssues(outcome)),
    namesIn(scheme),
    describe,
  )
}

function byUnit(
  results: readonly UnitResultFile[],
  describe: (sentence: string) => void,
): ReadonlyMap<string, UnitResultFile> {
  const units = new Map<string, UnitResultFile>()
  for (const result of results) {
    if (units.has(result.unit)) describe(`单位“${result.name}”（${result.unit}）在文件中有不止一份结果`)
    else units.set(result.unit, result)
  }
  return units
}

function compareUnit(
  carried: UnitResultFile,
  made: UnitResultFile,
  scheme: Scheme,
  describe: (sentence: string) => void,
): void {
  if (canonicalText(carried) === canonicalText(made)) return
  compareFigures(
    `单位“${made.name}”（${made.unit}）`,
    figuresOf(carried, scheme),
    figuresOf(made, scheme),
    namesIn(scheme),
    describe,
  )
}

function compareFigures(
  where: string,
  carried: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  describe: (sentence: string) => void,
): void {
  const told = (value: string): string => names.get(value) ?? value
  const titled = (figure: string): string => `${where}的${figure.replace(/^问题（(\w+)/, named)}`
  for (const [figure, recomputed] of made) {
    const found = carried.get(figure)
    if (found === undefined) describe(`${titled(figure)}：文件中没有，复算为${told(recomputed)}`)
    else if (found !== recomputed)
      describe(`${titled(figure)}：文件为${told(found)}，复算为${told(recomputed)}`)
  }
  for (const [figure, found] of carried)
    if (!made.has(figure)) describe(`${titled(figure)}：文件为${told(found)}，复算没有这一项`)
}

/** Returns names by id; ids are compared, names are displayed. */
function namesIn({ tiers, cohorts, components }: Scheme): ReadonlyMap<string, string> {
  return new Map([
    ...VALUE_NAMES,
    ...[...tiers, ...cohorts, ...components].map(({ id, name }) => [id, name] as const),
  ])
}

function named(_whole: string, kind: string): string {
  return `问题（${(issueNames as Readonly<Record<string, string>>)[kind] ?? kind}`
}

const VALUE_NAMES = [
  ['true', '是'],
  ['false', '否'],
  ['yes', '适用'],
  ['no', '不适用'],
  ['undecided', '待定'],
  ['all', '全部考核对象'],
  ['precondition', '前提未满足'],
  ['veto', '否决事项'],
  ['quota', '名额'],
] as const
