// A process of its own for one contender, so that nobody's heap or compiled code is in another's way: contender id and seconds in, JSON out.
import { benchUnits, UNITS_IN_A_PASS } from './benchUnits.ts'
import { contenders } from './contenders.ts'
import { explain, prepareInspection, rowPointsIn } from './engineSpeeds.ts'
import { readScheme } from './readScheme.ts'
import { ruleTerms } from './ruleTerms.ts'
import { timePasses } from './timePasses.ts'

const [id, kind, seconds] = process.argv.slice(2)
const { scheme, rubric } = readScheme()
const terms = ruleTerms(rubric)
const contender = contenders(scheme).find(one => one.id === id)
if (contender === undefined) throw new RangeError(`nobody is called ${id}`)

const units = benchUnits(scheme, terms, UNITS_IN_A_PASS, kind === 'brief')
const pass = await contender.open(terms, units)
const wanted = Float64Array.from(units, unit => Math.round(unit.oracle.total * 1000))
const timing = await timePasses(pass, wanted, Number(seconds) / 2, Number(seconds))

if (contender.from === 'hengping') {
  const inspection = prepareInspection(scheme)
  for (const unit of units) {
    const rows = rowPointsIn(explain(inspection, unit))
    if (rows.some((points, at) => points !== Math.round(unit.oracle.rows[at]! * 1000)))
      throw new RangeError('a row of the tree is wrong')
  }
}
process.stdout.write(JSON.stringify(timing))
process.exit(0)
