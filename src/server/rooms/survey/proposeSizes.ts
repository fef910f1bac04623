import { sampleSize, sizeWithin } from '../../../domain/campaign/survey/figures/sampleSize.ts'
import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import { appointAppraisees } from '../../../domain/year/roster/appointAppraisees.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { loadYear } from '../../year/loadYear.ts'
import { findSurveyed, groupNameOf, type Surveyed, unitNameOf } from './loadSurvey.ts'
import { listSurveyRows } from './survey.store.ts'

type Sizes = Answered<'GET /api/years/:year/surveys/sizes'>

/** Proposes how many to ask about each unit, of each group, for the wanted half-width; how many people there are is taken from the last survey. `noSurveyComponent`. */
export async function proposeSizes({
  context,
  params: { year },
  query: { component, halfWidth },
}: Served<'GET /api/years/:year/surveys/sizes'>): Promise<Sizes | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const surveyed = findSurveyed(found.scheme, component)
  if (isRefusal(surveyed)) return surveyed
  const midYear = indexRulings(found.scheme).find('midYearChange')?.answer
  const appraised = appointAppraisees(
    found.scheme,
    found.roster,
    midYear ?? { answers: 'holderOnDay', day: '12-31' },
  )
  const populations = await lastPopulations(context.db, year, component)
  const unlimited = unlimitedSize(surveyed, halfWidth)
  return {
    sizes: [...new Set(appraised.map(({ unit }) => unit))].flatMap(unit =>
      surveyed.method.groups.map(({ id: group }) => {
        const population = populations.get(`${unit} ${group}`)
        return {
          unit,
          unitName: unitNameOf(found, unit),
          group,
          groupName: groupNameOf(surveyed, group),
          population,
          unlimited,
          size: population === undefined ? unlimited : sizeWithin(unlimited, population, surveyed.least),
        }
      }),
    ),
  }
}

/** Finds how many people each unit's groups had in the surveys of this component before, the latest first. */
async function lastPopulations(
  db: AppContext['db'],
  year: number,
  component: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = [...(await listSurveyRows(db, year - 1)), ...(await listSurveyRows(db, year))]
  return new Map(
    rows
      .filter(row => row.component === component)
      .flatMap(row => row.commission.sizes)
      .flatMap(({ unit, group, population }) =>
        population === undefined ? [] : [[`${unit} ${group}`, population] as const],
      ),
  )
}

/** Proposes how many to ask of a large group so that its mean lies within the half-width: the answers taken to be as far apart as the scale allows. */
function unlimitedSize({ worth, least }: Surveyed, halfWidth: number): number {
  const points = Object.values(worth).filter(one => one !== null)
  const range = points.length < 2 ? 100 : Math.max(...points) - Math.min(...points)
  return Math.max(least, sampleSize(Number.POSITIVE_INFINITY, halfWidth / (range || 100)))
}
